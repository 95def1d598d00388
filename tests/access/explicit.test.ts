import type { SanitizedCollectionConfig } from 'payload'
import { buildConfig } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { testPayload } from '../support/payload'

const OPERATIONS = ['create', 'read', 'update', 'delete', 'unlock'] as const

/** What Payload puts where a collection says nothing, by its text. */
let defaults: Set<string>
let collections: SanitizedCollectionConfig[]

const silent = ({ access, auth, versions }: SanitizedCollectionConfig): string[] => {
  const given = access as Record<string, ((args: never) => unknown) | undefined>
  const needed = [...OPERATIONS, ...(auth ? ['admin'] : []), ...(versions ? ['readVersions'] : [])]
  return needed.filter((name) => !given[name] || defaults.has(String(given[name])))
}

describe('the access rules of collections', () => {
  beforeAll(async () => {
    const { collections: probes } = await buildConfig({
      secret: 'x',
      db: {} as never,
      collections: [{ slug: 'probe', fields: [] }],
    })
    const probe = probes.find(({ slug }) => slug.startsWith('probe'))
    defaults = new Set(OPERATIONS.map((name) => String(probe?.access[name])))
    collections = (await testPayload()).config.collections
  })

  it('are known where Payload made them', () => {
    expect([...defaults].every((text) => text.includes('user'))).toBe(true)
    const access = Object.fromEntries(
      OPERATIONS.map((name) => [name, ({ req: { user } }: never) => Boolean(user)]),
    )
    expect(silent({ access, versions: false, auth: false } as never)).toEqual([])
    expect(silent({ access: {}, versions: {}, auth: {} } as never)).toEqual([
      ...OPERATIONS,
      'admin',
      'readVersions',
    ])
  })

  it('are all written out: what Payload assumes is open to every signed-in user', () => {
    const faults = collections
      .map((collection) => [collection.slug, silent(collection)] as const)
      .filter(([, missing]) => missing.length > 0)
    expect(faults).toEqual([])
  })

  it('are written out for jobs, and nobody has them', async () => {
    const { config } = await testPayload()
    const admin = { req: { user: { role: 'admin', collection: 'users' } } } as never
    const { run, queue, cancel } = config.jobs.access ?? {}
    const answers = await Promise.all([run, queue, cancel].map(async (rule) => rule?.(admin)))
    expect(answers).toEqual([false, false, false])
  })
})
