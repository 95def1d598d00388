import type { Said } from '@/lib/panel/said'
import { alsoInEnglish } from '@/lib/panel/said'

/** What the house itself refuses, whatever it is about: lib, database, server. */
export const refusals: Record<string, Said> = {
  'Unauthenticated.': {
    en: 'You are signed out. Please sign in again.',
    id: 'Anda sudah keluar. Silakan masuk lagi.',
  },
  Forbidden: {
    en: 'Your role may not do this.',
    id: 'Peran Anda tidak diizinkan melakukan ini.',
  },
  'Something went wrong.': {
    en: 'Something went wrong. Please try again.',
    id: 'Terjadi kesalahan. Silakan coba lagi.',
  },
  ...alsoInEnglish({
    'Server sedang sibuk, silakan coba lagi.': 'The server is busy, please try again.',
    'Terjadi kesalahan pada server.': 'Something went wrong on the server.',
    'JSON tidak valid.': 'This is not valid JSON.',
    'Formulir tidak dapat dibaca.': 'The form cannot be read.',
    'Isi formulir tidak valid.': 'The form is not valid.',
    'Isi permintaan harus berupa objek JSON.': 'The request must be a JSON object.',
    'Isi permintaan terlalu besar.': 'This is too large to be sent.',
    'Jenis isi permintaan tidak didukung.': 'This kind of content is not supported.',
    'Parameter pencarian tidak valid.': 'The search is not valid.',
    'search maksimal 200 huruf.': 'A search has at most 200 letters.',
    'Alamat tidak ditemukan.': 'There is nothing at this address.',
    'Data tidak valid.': 'Something here is not valid.',
    'Idempotency-Key terlalu panjang.': 'The Idempotency-Key is too long.',
    'Idempotency-Key sudah dipakai untuk permintaan lain.':
      'This Idempotency-Key was used for something else.',
    'Terlalu banyak percobaan, silakan coba lagi nanti.': 'Too many tries. Please try again later.',
    'Data ini masih dipakai oleh data lain.': 'Something else still needs this.',
    'Data yang sama sudah ada.': 'The same exists already.',
    '{field} harus berupa teks.': '{field} must be a text.',
    'Nilai yang dikirim tidak valid.': 'A value is not valid.',
    'Saringan atau urutan tidak dapat dibaca.': 'The filter or the order cannot be read.',
    'Tidak ada kolom yang dapat diekspor.': 'There is no column that can be exported.',
    'Nilai yang dikirim tidak diizinkan.': 'A value is not allowed.',
  }),
}
