import { access } from 'node:fs/promises'
import { resolve, sep } from 'node:path'

import type { Collection, PayloadRequest } from 'payload'
import { NotFound } from 'payload'

type Asked = { params: { collection: string; filename: string } }

/**
 * Runs before a file is served from disk. For a name that nothing has Payload answers 500 and logs an
 * error, which any stranger could make it do.
 * @throws {NotFound} 404
 */
export const refuseAbsentFile = async (req: PayloadRequest, { params }: Asked): Promise<void> => {
  const collections: Partial<Record<string, Collection>> = req.payload.collections
  const upload = collections[params.collection]?.config.upload
  if (!upload || upload.disableLocalStorage) return
  const folder = resolve(upload.staticDir ?? params.collection)
  const path = resolve(folder, params.filename)
  const isThere = path.startsWith(folder + sep) && (await access(path).then(() => true, () => false))
  if (!isThere) throw new NotFound(req.t)
}
