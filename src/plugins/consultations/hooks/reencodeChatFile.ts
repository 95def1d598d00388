import type { CollectionBeforeOperationHook } from 'payload'

import { makeChatFile } from '../operations/makeChatFile'

/** Whichever door a file comes through, what is stored is a picture of our own making, or a PDF. */
export const reencodeChatFile: CollectionBeforeOperationHook = async ({ operation, req }) => {
  if (operation !== 'create' || !req.file) return
  req.file = { ...req.file, ...(await makeChatFile(req.file.data)) }
}
