import { alsoInEnglish } from '@/lib/panel/said'

/** What the panel says when something of the courses is refused. */
export const panelRefusals = alsoInEnglish({
  'Kupon tidak ditemukan.': 'This coupon does not exist.',
  'Kursus tidak ditemukan': 'This course does not exist.',
  'Agenda tidak ditemukan': 'This agenda does not exist.',
  'Anda sudah memiliki akses ke kursus ini': 'You have this course already.',
  'Anda sudah terdaftar di agenda ini': 'You are registered for this agenda already.',
  'Kuota agenda sudah penuh': 'This agenda is full.',
  'Agenda sudah berakhir': 'This agenda is over.',
  'Kode kupon tidak valid atau sudah kedaluwarsa': 'This coupon is not valid, or has expired.',
  'Pembayaran belum dapat dibuat, silakan coba lagi.':
    'The payment could not be made yet. Please try again.',
  'Anda belum terdaftar di kursus ini': 'You are not enrolled in this course.',
  'Pelajaran tidak ada di kursus ini': 'This course has no such lesson.',
  'Alasan wajib diisi.': 'A reason is needed.',
  'Pasien tidak ditemukan.': 'There is no such patient.',
  'Kursus tidak ditemukan.': 'This course does not exist.',
  'Agenda tidak ditemukan.': 'This agenda does not exist.',
  'Pasien ini sudah terdaftar di kursus ini.': 'This patient is enrolled in this course already.',
  'Pasien ini sudah terdaftar di agenda ini.':
    'This patient is registered for this agenda already.',
  'Kuota agenda ini sudah penuh.': 'This agenda is full.',
  'Kursus ini sudah dihapus.': 'This course was deleted.',
  'Agenda ini sudah dihapus.': 'This agenda was deleted.',
  'Agenda ini sudah berakhir.': 'This agenda is over.',
  'Kupon yang dipakai sudah habis.': 'The coupon is used up.',
  'Kode kupon ini sudah ada.': 'There is a coupon with this code already.',
  'Kuota pakai tidak boleh kurang dari yang sudah terpakai.':
    'The uses cannot be fewer than there were already.',
  'Kursus ini punya peserta, kupon, atau transaksi; batalkan publikasinya saja.':
    'This course has participants, coupons or transactions; it can only be unpublished.',
  'Agenda ini punya peserta atau transaksi; batalkan publikasinya saja.':
    'This agenda has participants or transactions; it can only be unpublished.',
  'Kupon ini pernah dipakai; nonaktifkan saja.':
    'This coupon was used before; it can only be deactivated.',
  'Wajib diisi.': 'This is needed.',
  'Harus bilangan bulat.': 'This must be a whole number.',
  'Harus antara {min} dan {max}.': 'This must be between {min} and {max}.',
  'Persentase paling banyak 100.': 'A percentage is 100 at most.',
  'Minimal 1.': 'This is 1 at least.',
  'Tanggal tidak valid.': 'This is not a date.',
  'Akhir harus sesudah awal.': 'The end comes after the beginning.',
  'Metode pembayaran tidak valid.': 'This way of paying is not known.',
})
