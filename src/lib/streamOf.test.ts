import { expect, it, vi } from 'vitest'

import { streamOf } from './streamOf'

/** Pieces without end, and how many of them were made. */
const endless = () => {
  const made = { count: 0, isOver: false }
  const pieces = async function* (): AsyncGenerator<string, undefined> {
    try {
      for (;;) {
        made.count += 1
        yield `piece ${made.count}`
      }
    } finally {
      made.isOver = true
    }
  }
  return { made, pieces: pieces() }
}

const turns = async (count: number): Promise<void> => {
  for (let turn = 0; turn < count; turn += 1) {
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
  }
}

it('makes no more than one piece ahead of its reader', async () => {
  const { made, pieces } = endless()
  const reader = streamOf(pieces).getReader()
  for (const read of [1, 2, 3]) {
    const { value } = await reader.read()
    expect(new TextDecoder().decode(value)).toBe(`piece ${read}`)
    await turns(50)
    expect(made.count).toBe(read + 1)
  }
})

it('ends its pieces, and says so, when nobody reads any more', async () => {
  const { made, pieces } = endless()
  const onCancel = vi.fn()
  const reader = streamOf(pieces, onCancel).getReader()
  await reader.read()
  await reader.cancel()
  expect(onCancel).toHaveBeenCalledOnce()
  expect(made.isOver).toBe(true)
})
