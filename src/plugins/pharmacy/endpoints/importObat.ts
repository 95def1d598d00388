import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'

import { importChanged, importRefused, listNeeded, listTooLarge, listUnreadable } from '../errors'
import { importAnswer, importBody } from '../obatImport'
import { importList, previewList } from '../operations/importList'
import { readList } from '../operations/readList'
import { tellProgress } from '../operations/tellProgress'

const MAX_BYTES = 5 * 1024 * 1024
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
    const text = readList(file, csv)
    const body = dryRun
      ? await previewList(req, text)
      : await importList(req, text, fingerprint, tellProgress(req))
    return { status: 200, body }
  },
})
