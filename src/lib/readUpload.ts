import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { PayloadRequest, UploadCollectionSlug } from 'payload'
import { NotFound } from 'payload'

/**
 * The file of an upload, wherever uploads are kept (disk, or a bucket).
 * @param filename of a document that is known to exist, never a client's text
 * @returns null when the file is not there
 */
export const readUpload = async (
  req: PayloadRequest,
  collection: UploadCollectionSlug,
  filename: string,
): Promise<Uint8Array<ArrayBuffer> | null> => {
  const { upload } = req.payload.collections[collection].config
  if (!upload.disableLocalStorage) {
    return readFile(join(upload.staticDir ?? collection, filename)).catch(() => null)
  }
  const asked = { doc: { id: 0, filename }, params: { collection, filename } }
  try {
    for (const handler of upload.handlers ?? []) {
      const answer = await handler(req, asked)
      if (answer instanceof Response) return new Uint8Array(await answer.arrayBuffer())
    }
  } catch (error) {
    if (!(error instanceof NotFound)) throw error
  }
  return null
}
