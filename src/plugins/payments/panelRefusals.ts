import { alsoInEnglish } from '@/lib/panel/said'

/** What the panel says where the desk's money is refused. */
export const panelRefusals = alsoInEnglish({
  'Shift tidak ditemukan.': 'This shift does not exist.',
  'Shift sudah ditutup.': 'This shift is closed already.',
  'Shift Anda masih terbuka.': 'You have a shift that is still open.',
  'Modal awal shift ini sudah dicatat.': 'The float of this shift was stated already.',
  'Belum ada shift yang terbuka.': 'You have no open shift.',
  'Hanya kas masuk dan kas keluar yang dicatat di sini.':
    'Only pay-ins and pay-outs are written by hand.',
  'Jumlah harus bilangan bulat dan bukan 0.': 'The amount is a whole number and not 0.',
  'Kas masuk harus lebih dari 0.': 'A pay-in is above 0.',
  'Alasan wajib diisi.': 'A reason is needed.',
  'Jumlah harus bilangan bulat, 0 atau lebih.': 'The amount is a whole number, 0 or more.',
  'Jumlah terlalu besar.': 'The amount is too large.',
  'Transaksi tidak ditemukan.': 'This transaction does not exist.',
  'Payment gateway tidak dapat dihubungi, silakan coba lagi.':
    'The payment gateway cannot be reached, please try again.',
  'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.':
    'The online payment could not be cancelled yet, please try again.',
  'note maksimal {max} karakter.': 'A note has at most {max} characters.',
})
