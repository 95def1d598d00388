import type { File as PayloadFile } from 'payload'

import { decodeCsv } from '../csv/decode'
import { listNeeded, listUnreadable } from '../errors'

/**
 * The text of a list that came as a file, or as text.
 * @throws {ApiError} 422 when there is none, or it is no UTF-8
 */
export const readList = (file: PayloadFile | null, csv: string | undefined): string => {
  const text = file ? decodeCsv(file.data) : csv
  if (text === null) throw listUnreadable()
  if (!text?.trim()) throw listNeeded()
  return text
}
