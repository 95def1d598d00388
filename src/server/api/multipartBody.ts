import { isJsonObject, parseJson } from './jsonBody'

const BOUNDARY = /;\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i
const DATA_PART = /name="?_payload"?\r\n\r\n/
/** Part headers are short; a `_payload` further on is the content of a file. */
const HEADER_BYTES = 200

/** The text of the part in which Payload's clients send a document's data, or null. */
const dataText = (body: Buffer, boundary: string): string | null => {
  for (let at = body.indexOf('_payload'); at >= 0; at = body.indexOf('_payload', at + 1)) {
    const head = body.toString('latin1', Math.max(0, at - HEADER_BYTES), at + HEADER_BYTES)
    const match = DATA_PART.exec(head)
    if (!match) continue
    const start = Math.max(0, at - HEADER_BYTES) + match.index + match[0].length
    return body.toString('utf8', start, body.indexOf(`\r\n--${boundary}`, start))
  }
  return null
}

/** Whether a multipart body is whole, and the JSON that it carries in `_payload` is an object. */
export const isSoundMultipart = (body: Buffer, contentType: string): boolean => {
  const [, quoted, plain] = BOUNDARY.exec(contentType) ?? []
  const boundary = quoted ?? plain
  if (!boundary || !body.includes(`--${boundary}--`)) return false
  const text = dataText(body, boundary)
  return text === null || isJsonObject(parseJson(text))
}
