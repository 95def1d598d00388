import type { SanitizedCollectionConfig } from 'payload'

import type { Content } from '../openapi'
import { FILE, TEXT } from '../shapes'
import type { Generated } from './generated'

/** A stored file itself, by its name. */
export const fileOperation = ({ slug, upload }: SanitizedCollectionConfig): Generated => {
  const content: Content = Object.fromEntries(
    (upload.mimeTypes ?? ['*/*']).map((type) => [type, { schema: FILE }]),
  )
  return {
    method: 'get',
    path: '/file/:filename',
    rule: 'read',
    summary: `The file of one of ${slug}`,
    parameters: [{ name: 'filename', in: 'path', required: true, schema: TEXT }],
    content,
    failures: ['forbidden', 'notFound'],
  }
}
