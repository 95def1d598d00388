import { encodePicture, PICTURE_MAX_BYTES, PICTURE_TYPES, randomName, typeOf } from '@/lib/picture'

import { fileBroken, fileTooLarge, fileTypeRefused } from '../chatErrors'
import { FILE_MAX_BYTES } from '../constants'

const PDF = 'application/pdf'
export const CHAT_FILE_TYPES = [...PICTURE_TYPES, PDF]

/** A PDF that was torn off lacks its trailer (ISO 32000-1, 7.5.5). */
const isWholePdf = (bytes: Buffer): boolean => {
  const end = bytes.subarray(-1024).toString('latin1')
  return end.includes('startxref') && end.includes('%%EOF')
}

type ChatFile = { data: Buffer; mimetype: string; name: string; size: number }

/**
 * What is kept of a file that somebody sends: a picture is encoded anew, a PDF stays as it is (and is
 * only ever served as a download). Its type is told by its bytes, its name is random.
 * @throws {ApiError} 422 above 4 MB (pictures) or 10 MB, for other types, and for broken files
 */
export const makeChatFile = async (bytes: Buffer): Promise<ChatFile> => {
  const type = await typeOf(bytes)
  if (bytes.length > FILE_MAX_BYTES) throw fileTooLarge()
  if (type === PDF) {
    if (!isWholePdf(bytes)) throw fileBroken()
    return { data: bytes, mimetype: PDF, name: randomName('pdf'), size: bytes.length }
  }
  if (!type || !PICTURE_TYPES.includes(type)) throw fileTypeRefused()
  if (bytes.length > PICTURE_MAX_BYTES) throw fileTooLarge()
  const picture = await encodePicture(bytes)
  if (!picture) throw fileBroken()
  return picture
}
