import type { Part } from './script'

/** What Google refuses of a request, as far as an assistant can get it wrong. */

type Content = { role?: string; parts?: Part[] }
export type GenerateRequest = {
  contents?: Content[]
  systemInstruction?: Content
  tools?: { functionDeclarations?: Declaration[] }[]
  safetySettings?: unknown[]
  generationConfig?: Record<string, unknown>
  toolConfig?: unknown
}
type Declaration = { name?: string; description?: string; parameters?: Schema }
type Schema = Record<string, unknown>

const FIELDS = new Set([
  ...['contents', 'systemInstruction', 'tools', 'toolConfig', 'safetySettings'],
  ...['generationConfig', 'cachedContent'],
])

/** Google's Schema object; anything else is an unknown name to it. */
const SCHEMA_FIELDS = new Set([
  ...['type', 'format', 'title', 'description', 'nullable', 'enum', 'maxItems', 'minItems'],
  ...['properties', 'required', 'minProperties', 'maxProperties', 'minLength', 'maxLength'],
  ...['pattern', 'example', 'anyOf', 'propertyOrdering', 'default', 'items', 'minimum', 'maximum'],
])
const TYPES = new Set(['string', 'number', 'integer', 'boolean', 'array', 'object'])
const STRING_FORMATS = new Set<unknown>(['enum', 'date-time'])

const children = ({ properties, items, anyOf }: Schema): Schema[] => [
  ...Object.values((properties ?? {}) as Record<string, Schema>),
  ...(items ? [items as Schema] : []),
  ...((anyOf ?? []) as Schema[]),
]

const schemaFault = (schema: Schema): string | null => {
  const unknown = Object.keys(schema).find((name) => !SCHEMA_FIELDS.has(name))
  if (unknown) return `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`
  const type = typeof schema.type === 'string' ? schema.type.toLowerCase() : null
  if (!schema.anyOf && (type === null || !TYPES.has(type))) {
    return `Invalid value at 'parameters.type': ${JSON.stringify(schema.type)}`
  }
  if (type === 'object' && Object.keys(schema.properties ?? {}).length === 0) {
    return 'parameters.properties: should be non-empty for OBJECT type'
  }
  if (type === 'array' && !schema.items) return 'parameters.items: missing field.'
  if (schema.enum && type !== 'string') return 'parameters.enum: only allowed for STRING type'
  if (type === 'string' && schema.format !== undefined && !STRING_FORMATS.has(schema.format)) {
    return 'parameters.format: only "enum" and "date-time" are supported for STRING type'
  }
  for (const child of children(schema)) {
    const fault = schemaFault(child)
    if (fault) return fault
  }
  return null
}

const declarationFault = ({ name = '', description, parameters }: Declaration): string | null => {
  if (!/^[a-zA-Z_][\w.-]{0,63}$/.test(name)) return `Invalid function name: ${name}`
  if (!description) return `${name}: description: missing field.`
  return parameters ? schemaFault(parameters) : null
}

const named = (content: Content | undefined, field: string): Part[] =>
  (content?.parts ?? []).filter((part) => field in part)

const isBlank = ({ text, thoughtSignature }: Part): boolean => text === '' && !thoughtSignature

const contentFault = (content: Content, before: Content | undefined): string | null => {
  const { role, parts = [] } = content
  if (role !== 'user' && role !== 'model') return 'Please use a valid role: user, model.'
  if (parts.length === 0) return 'contents.parts must not be empty.'
  if (parts.some((part) => Object.keys(part).length === 0 || isBlank(part))) {
    return 'Unable to submit request because it must have a text parameter.'
  }
  const calls = named(content, 'functionCall')
  if (calls.length > 0 && !calls[0]?.thoughtSignature) {
    return 'Function call is missing a thought_signature in functionCall parts.'
  }
  const answers = named(content, 'functionResponse')
  if (answers.length !== named(before, 'functionCall').length) {
    return (
      'Please ensure that the number of function response parts is equal to the number of ' +
      'function call parts of the function call turn.'
    )
  }
  return null
}

/** @returns what Google would say, with status 400; null: it is a good request */
export const faultOf = (request: GenerateRequest): string | null => {
  const unknown = Object.keys(request).find((name) => !FIELDS.has(name))
  if (unknown) return `Invalid JSON payload received. Unknown name "${unknown}": Cannot find field.`
  const { contents = [], tools = [] } = request
  if (contents.length === 0) return 'contents is not specified'
  if (contents[0]?.role !== 'user') return 'Please ensure that the first turn is of a user.'
  const faults = [
    ...contents.map((content, index) => contentFault(content, contents[index - 1])),
    ...tools.flatMap(({ functionDeclarations = [] }) => functionDeclarations.map(declarationFault)),
  ]
  return faults.find((fault) => fault !== null) ?? null
}
