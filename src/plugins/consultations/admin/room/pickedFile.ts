import type { RoomWords } from './words'

const MEGABYTE = 1024 * 1024
const PICTURES = ['image/jpeg', 'image/png', 'image/webp']
const PDF = 'application/pdf'

/** What can be chosen at all. */
export const SENDABLE = [...PICTURES, PDF].join(',')

/** Why a file cannot be sent; '' when it can. The server looks at its bytes. */
export const faultOfFile = ({ type, size }: File, words: RoomWords): string => {
  if (type === PDF) return size > 10 * MEGABYTE ? words.pdfTooLarge : ''
  if (!PICTURES.includes(type)) return words.wrongType
  return size > 4 * MEGABYTE ? words.pictureTooLarge : ''
}
