import { ApiError } from '@/lib/apiError'

const invalid = (field: string, message: string) => () =>
  new ApiError(422, message, { errors: { [field]: [message] } })

export const badText = invalid('content', 'Isi artikel tidak valid.')

export const categoryLoop = invalid('parent', 'Kategori tidak dapat menjadi bagian dari dirinya.')
export const categoryTooDeep = invalid('parent', 'Kategori bertingkat paling banyak 4.')
export const categoryInUse = () =>
  new ApiError(409, 'Kategori ini masih dipakai artikel atau kategori lain.')

export const redirectLoop = invalid('to', 'Pengalihan ini menuju alamatnya sendiri.')
export const redirectTaken = () =>
  new ApiError(409, 'Alamat ini sudah dipakai artikel yang terbit.')

export const unknownCategory = invalid('category', 'Kategori tidak ditemukan.')

/** Of scheduled publishing. */
export const notAnEditor = () =>
  new ApiError(403, 'Hanya editor yang dapat menjadwalkan penerbitan.')
export const articleGone = () => new ApiError(404, 'Artikel ini sudah dihapus.')
