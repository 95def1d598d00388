import type { JsonSchema } from './openapi'

const PREFIX = '#/components/schemas/'

const namesIn = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' && inner.startsWith(PREFIX)
      ? [inner.slice(PREFIX.length)]
      : namesIn(inner),
  )
}

/** The schemas that are spoken of, directly or by one another; in order of their names. */
export const usedSchemas = (
  users: unknown,
  schemas: Record<string, JsonSchema>,
): Record<string, JsonSchema> => {
  const used = new Set<string>()
  const pending = namesIn(users)
  for (let name = pending.pop(); name !== undefined; name = pending.pop()) {
    if (used.has(name)) continue
    used.add(name)
    pending.push(...namesIn(schemas[name]))
  }
  return Object.fromEntries([...used].sort().map((name) => [name, schemas[name] ?? {}]))
}
