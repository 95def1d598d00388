import type { Said } from '@/lib/panel/said'
import { alsoInEnglish } from '@/lib/panel/said'

/** What the panel says when something of an examination is refused. */
export const panelRefusals: Record<string, Said> = {
  'reason wajib diisi.': { en: 'A reason is needed.', id: 'Alasan wajib diisi.' },
  'reason maksimal {max} karakter.': {
    en: 'A reason has at most {max} characters.',
    id: 'Alasan maksimal {max} karakter.',
  },
  ...alsoInEnglish({
    'Pemeriksaan tidak ditemukan': 'This examination does not exist.',
    'Pemeriksaan sudah dibayar': 'This examination is paid already.',
    'Pemeriksaan belum dibayar': 'This examination is not paid yet.',
    'Uang pemeriksaan ini sudah dikembalikan': 'The money of this examination was given back.',
    'Pemeriksaan ini dibayar daring; dananya dikembalikan lewat transaksinya.':
      'This examination was paid online; refund its transaction.',
    'Pembayaran tidak ditemukan': 'This payment does not exist.',
    'Tagihan yang sudah dibayar tidak dapat diubah.': 'A bill that is paid cannot be changed.',
    'Tagihan ini sedang dibayar daring; akhiri pembayaran daringnya dahulu.':
      'This bill is being paid online; end the online payment first.',
    'Tagihan ini sudah pernah dibayar atau ditagih; tidak dapat dihapus.':
      'This bill was paid or asked for before; it cannot be deleted.',
    'Tagihan telah berubah': 'The bill has changed meanwhile.',
    'Total sekarang {total}.': 'The total is {total} now.',
    'Pasien tidak ditemukan.': 'The patient was not found.',
    'Tidak ada pasien dengan email atau telepon ini.':
      'No patient has this e-mail or phone number.',
    'Nomor ini dipakai beberapa pasien; gunakan email.':
      'Several patients have this number; use their e-mail.',
    'Akun ini belum punya data dokter.': 'This account is no doctor’s yet.',
    'Dokter hanya membuat pemeriksaan sendiri.': 'Doctors write their own examinations only.',
    'Total tagihan terlalu besar.': 'The total of the bill is too much.',
    'Uang yang diterima kurang dari total.': 'The cash received is less than the total.',
    'Uang yang diterima hanya dicatat untuk pembayaran tunai.':
      'Cash received is noted for cash payments only.',
    'Uang yang diterima harus bilangan bulat, 0 atau lebih.':
      'The cash received is a whole number, 0 or more.',
    'Uang yang diterima terlalu besar.': 'The cash received is too much.',
    'Cara bayar tidak dikenal.': 'This way of paying is not known.',
    'Total harus bilangan bulat.': 'The total is a whole number.',
    'Pembayaran belum dapat dibuat, silakan coba lagi.':
      'The payment could not be made yet, please try again.',
    'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.':
      'The online payment could not be cancelled yet, please try again.',
  }),
}
