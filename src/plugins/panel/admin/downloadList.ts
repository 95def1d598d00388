/** Ends a record of the export, and stands nowhere else in it. */
const END_OF_RECORD = 13

const recordsIn = (chunk: Uint8Array): number =>
  chunk.reduce((count, byte) => (byte === END_OF_RECORD ? count + 1 : count), 0)

export type Progress = { done: number; total: number }

const nameIn = (response: Response): string =>
  /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? 'export.csv'

const save = (pieces: Uint8Array[], name: string): void => {
  const url = URL.createObjectURL(new Blob(pieces as BlobPart[], { type: 'text/csv' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  URL.revokeObjectURL(url)
}

/**
 * Fetches an export, telling how many rows have come, and hands the whole file to the browser; half a
 * file is never saved.
 * @returns how many rows it has
 * @throws {Error} with what the server said no with
 */
export const downloadList = async (
  path: string,
  onProgress: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<number> => {
  const response = await fetch(path, { credentials: 'include', signal })
  if (!response.ok || !response.body) {
    const answer = (await response.json().catch(() => null)) as {
      errors?: { message?: string }[]
    } | null
    throw new Error(answer?.errors?.[0]?.message ?? '')
  }
  const total = Number(response.headers.get('X-Total-Rows') ?? 0)
  const pieces: Uint8Array[] = []
  const reader = response.body.getReader()
  let records = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    pieces.push(value)
    records += recordsIn(value)
    onProgress({ done: Math.max(0, records - 1), total })
  }
  save(pieces, nameIn(response))
  return Math.max(0, records - 1)
}
