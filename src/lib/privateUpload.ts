import type { Field, UploadConfig } from 'payload'

import { serverOnly } from '@/access'

/** How files are kept and served that are not for everybody: never fetched from an address, never cached. */
export const privateUpload: Pick<UploadConfig, 'pasteURL' | 'crop' | 'modifyResponseHeaders'> = {
  pasteURL: false,
  crop: false,
  modifyResponseHeaders: ({ headers }) => {
    headers.set('X-Content-Type-Options', 'nosniff')
    headers.set('Content-Disposition', 'inline')
    headers.set('Cache-Control', 'private, no-store')
    return headers
  },
}

/** Who sent a file; the server knows. */
export const uploadedBy: Field = {
  name: 'uploadedBy',
  type: 'relationship',
  label: { en: 'Sent by', id: 'Dikirim oleh' },
  relationTo: 'users',
  access: serverOnly,
  admin: { readOnly: true },
}
