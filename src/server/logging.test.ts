import { describe, expect, it } from 'vitest'

import { logging } from './logging'

const serialize = (error: Error): string => {
  const { logger } = logging('info')
  const { options } = logger as { options: { serializers: { err: (error: Error) => unknown } } }
  return JSON.stringify(options.serializers.err(error))
}

describe('logging', () => {
  it('tells which statement failed, and never with what', () => {
    const cause = Object.assign(new Error('duplicate key'), { code: '23505' })
    const failed = new Error(
      'Failed query: insert into users values ($1)\nparams: budi@example.test',
      {
        cause,
      },
    )
    const line = serialize(failed)
    expect(line).toContain('insert into users')
    expect(line).toContain('duplicate key')
    expect(line).not.toContain('budi@example.test')
  })
})
