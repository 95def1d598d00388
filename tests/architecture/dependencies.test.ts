import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import configuration from '../../.dependency-cruiser.mjs'
import { edges, orphan } from './edges'
import { judge, packages, plant } from './tree'

/**
 * Proves that the rules in .dependency-cruiser.mjs bite, and nothing more than they should: a small
 * tree full of violations is written into a temporary folder and judged with the very same file.
 */
/** As dependency-cruiser names it. */
const resolved = (to: string): string =>
  packages.includes(to) ? `node_modules/${to}/index.js` : to.replace(/^node:/, '')

const expected = [
  `no-orphans: ${orphan} → ${orphan}`,
  ...edges.flatMap(({ rules, from, to }) =>
    rules.map((rule) => `${rule}: ${from} → ${resolved(to)}`),
  ),
]

describe('who may know whom', () => {
  let root: string
  let found: string[]

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'architecture-'))
    await plant(root)
    found = await judge(root)
  })

  afterAll(() => rm(root, { recursive: true, force: true }))

  it('has a violation here for every rule', () => {
    const covered = new Set(expected.map((line) => line.split(':')[0]))
    const names = (configuration.forbidden ?? []).map(({ name }) => name)
    expect([...covered].sort()).toEqual([...names].sort())
  })

  it.each(expected)('finds %s', (violation) => {
    expect(found).toContain(violation)
  })

  it('finds nothing in what is allowed', () => {
    expect(found.filter((violation) => !expected.includes(violation))).toEqual([])
  })
})
