import type { File as PayloadFile } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { tell, userRoom } from '@/plugins/realtime'

import { decodeCsv } from '../csv/decode'
import { importChanged, importRefused, listNeeded, listTooLarge, listUnreadable } from '../errors'
import { importAnswer, importBody } from '../obatImport'
import { importList, previewList } from '../operations/importList'

const MAX_BYTES = 5 * 1024 * 1024
const TOLD_EVERY = 25

const textOf = (file: PayloadFile | null, csv: string | undefined): string => {
  const text = file ? decodeCsv(file.data) : csv
  if (text === null) throw listUnreadable()
  if (!text?.trim()) throw listNeeded()
  return text
}

/** `POST /api/obat/import`: a shop's list, previewed or brought in, all of it or nothing. */
export const importObatEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'post',
  path: '/import',
  docs: {
    tag: 'obat',
    summary: 'Import a list of obat',
    description:
      'Tells `import-progress {done, total}` to the sockets of who asks. Of refused rows, the first stand in `data.extra.rows`.',
  },
  roles: ['admin'],
  isIdempotent: true,
  body: importBody,
  upload: {
    field: 'file',
    description: 'CSV, UTF-8, with commas or semicolons; at most 5 MB and 20,000 rows.',
    types: ['text/csv'],
    maxBytes: MAX_BYTES,
    tooLarge: listTooLarge,
  },
  answers: { 200: importAnswer },
  refusals: [listNeeded, listUnreadable, importRefused, importChanged],
  handle: async (req, { body: { csv, dryRun, fingerprint }, file }) => {
    const text = textOf(file, csv)
    if (dryRun) return { status: 200, body: await previewList(req, text) }
    // At once, not after the commit: it says how far the work is, not that anything is done.
    const onProgress = (done: number, total: number): void => {
      if (done % TOLD_EVERY !== 0 && done !== total) return
      void tell({ payload: req.payload }, userRoom(req.user.id), 'import-progress', { done, total })
    }
    const body = await importList(req, text, fingerprint, onProgress)
    return { status: 200, body }
  },
})
