import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import type { Part } from './dataStream'
import { readDataStream, StreamBroken } from './dataStream'

const END = 'd:{"finishReason":"stop","usage":{"promptTokens":4,"completionTokens":2}}\n'
const WHOLE = [
  'f:{"messageId":"msg_1"}\n',
  '0:"Halo "\n',
  '9:{"toolCallId":"c1","toolName":"search_obat","args":{"text":"para"}}\n',
  'a:{"toolCallId":"c1","result":{"obat":[]}}\n',
  '0:"dunia 🌏\\nbaris"\n',
  'e:{"finishReason":"stop","usage":{"promptTokens":4,"completionTokens":2},"isContinued":false}\n',
  END,
].join('')

const bodyOf = (...chunks: Uint8Array[]): ReadableStream<Uint8Array> =>
  new ReadableStream({
    start: (controller) => {
      for (const chunk of chunks) controller.enqueue(chunk)
      controller.close()
    },
  })
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

const read = async (body: ReadableStream<Uint8Array>): Promise<Part[]> => {
  const parts: Part[] = []
  for await (const part of readDataStream(body)) parts.push(part)
  return parts
}

const PARTS: Part[] = [
  { kind: 'text', text: 'Halo ' },
  { kind: 'call' },
  { kind: 'text', text: 'dunia 🌏\nbaris' },
  { kind: 'end', reason: 'stop' },
]

describe('the stream of an answer', () => {
  it('is read whatever pieces it comes in, characters cut in two among them', async () => {
    const whole = bytes(WHOLE)
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.integer({ min: 1, max: whole.length - 1 })),
        async (cuts) => {
          const edges = [0, ...cuts.sort((left, right) => left - right), whole.length]
          const chunks = edges.slice(1).map((edge, index) => whole.slice(edges[index], edge))
          expect(await read(bodyOf(...chunks))).toEqual(PARTS)
        },
      ),
    )
  })

  it('tells each part before the next has come', async () => {
    let send: ((text: string) => void) | undefined
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => {
        send = (text) => controller.enqueue(bytes(text))
      },
    })
    const parts = readDataStream(body)
    send?.('0:"Halo"\n')
    expect(await parts.next()).toEqual({ done: false, value: { kind: 'text', text: 'Halo' } })
    send?.('3:"Gagal"\n')
    expect(await parts.next()).toEqual({
      done: false,
      value: { kind: 'failure', message: 'Gagal' },
    })
    expect((await parts.next()).done).toBe(true)
  })

  it('marks what is set apart', async () => {
    const body = bodyOf(bytes(`8:[{"kind":"emergency"},7,{"x":1}]\n${END}`))
    expect(await read(body)).toEqual([
      { kind: 'mark', mark: 'emergency' },
      { kind: 'end', reason: 'stop' },
    ])
  })

  it.each([
    ['ends before its end', '0:"Halo"\n'],
    ['ends within a line', '0:"Halo"\nd:{"finishReason":"st'],
    ['ends within the last line, which could be read', `0:"Halo"\n${END.trim()}`],
    ['is empty', ''],
    ['is a page', '<!doctype html>\n<p>502: Bad Gateway</p>\n'],
    ['has a line that is no JSON', '0:Halo\n'],
    ['has a text that is none', '0:{"a":1}\n'],
    ['ends without a reason', 'd:null\n'],
  ])('is broken where it %s', async (_how, text) => {
    await expect(read(bodyOf(bytes(text)))).rejects.toThrow(StreamBroken)
  })

  it('lets go of the body when nobody reads on', async () => {
    let isCancelled = false
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes('0:"Halo"\n0:"lagi"\n')),
      cancel: () => {
        isCancelled = true
      },
    })
    for await (const part of readDataStream(body)) {
      expect(part.kind).toBe('text')
      break
    }
    expect(isCancelled).toBe(true)
  })
})
