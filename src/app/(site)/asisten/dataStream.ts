/** What an answer of the assistant is made of. */
export type Part =
  | { kind: 'text'; text: string }
  /** Something is looked up meanwhile. */
  | { kind: 'call' }
  /** What the answer is: `emergency`. */
  | { kind: 'mark'; mark: string }
  /** The answer breaks off; in words for the reader. */
  | { kind: 'failure'; message: string }
  | { kind: 'end'; reason: string }

/** The stream is none, or is over before its end was told: what came of the answer is not complete. */
export class StreamBroken extends Error {}

const textOf = (value: unknown): string => {
  if (typeof value !== 'string') throw new StreamBroken()
  return value
}

const endOf = (value: unknown): Part => {
  const { finishReason } = (value ?? {}) as { finishReason?: unknown }
  return { kind: 'end', reason: textOf(finishReason) }
}

const marksOf = (value: unknown): Part[] =>
  (Array.isArray(value) ? value : []).flatMap((one: unknown) => {
    const { kind } = (one ?? {}) as { kind?: unknown }
    return typeof kind === 'string' ? [{ kind: 'mark', mark: kind }] : []
  })

const READERS: Record<string, (value: unknown) => Part[]> = {
  '0': (value) => [{ kind: 'text', text: textOf(value) }],
  '3': (value) => [{ kind: 'failure', message: textOf(value) }],
  '8': marksOf,
  '9': () => [{ kind: 'call' }],
  d: (value) => [endOf(value)],
}

/** One line, `CODE:JSON`; codes that say nothing to this page are no parts. */
const parseLine = (line: string): Part[] => {
  const colon = line.indexOf(':')
  if (colon < 1) throw new StreamBroken()
  const read = READERS[line.slice(0, colon)]
  if (!read) return []
  try {
    return read(JSON.parse(line.slice(colon + 1)))
  } catch {
    throw new StreamBroken()
  }
}

/** The lines of a body as they become whole, whatever pieces it comes in. */
async function* linesOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let rest = ''
  try {
    for (;;) {
      const { done, value } = await reader.read()
      rest += done ? decoder.decode() : decoder.decode(value, { stream: true })
      const lines = rest.split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) if (line.trim()) yield line
      if (done) break
    }
    // A line without its end was cut off.
    if (rest.trim()) throw new StreamBroken()
  } finally {
    await reader.cancel().catch(() => undefined)
  }
}

/**
 * Reads what `POST /api/chat` streams: AI SDK 4's data stream, one `CODE:JSON` a line.
 * @throws {StreamBroken} also after parts have come; whatever the body throws, an abort say
 */
export async function* readDataStream(body: ReadableStream<Uint8Array>): AsyncGenerator<Part> {
  for await (const line of linesOf(body)) {
    for (const part of parseLine(line)) {
      yield part
      if (part.kind === 'end' || part.kind === 'failure') return
    }
  }
  throw new StreamBroken()
}
