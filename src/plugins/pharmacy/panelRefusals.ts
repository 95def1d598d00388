import type { Said } from '@/lib/panel/said'
import { alsoInEnglish } from '@/lib/panel/said'

import { importRefusals } from './importRefusals'

/** The contract's words, which are stable and of either language. */
const contract: Record<string, Said> = {
  'Order not found': { en: 'This order does not exist.', id: 'Order tidak ditemukan.' },
  Unauthorized: { en: 'This order is not yours.', id: 'Order ini bukan milik Anda.' },
  'Hanya order pending yang dapat dibatalkan': {
    en: 'Only a pending order can be cancelled.',
    id: 'Hanya order yang masih menunggu yang dapat dibatalkan.',
  },
  'Order already paid': { en: 'This order is paid already.', id: 'Order ini sudah dibayar.' },
  'Order cancelled': { en: 'This order is cancelled.', id: 'Order ini sudah dibatalkan.' },
  'Order already completed': {
    en: 'This order is completed already.',
    id: 'Order ini sudah selesai.',
  },
  'Order belum dibayar': { en: 'This order is not paid yet.', id: 'Order ini belum dibayar.' },
  'Obat tidak ditemukan': { en: 'A medicine was not found.', id: 'Obat tidak ditemukan.' },
  'Stok tidak mencukupi': { en: 'There is not enough stock.', id: 'Stok tidak mencukupi.' },
  'Obat ini memerlukan resep dokter': {
    en: "This medicine needs a doctor's prescription.",
    id: 'Obat ini memerlukan resep dokter.',
  },
  'Akun pembeli tidak ditemukan': {
    en: "The buyer's account was not found.",
    id: 'Akun pembeli tidak ditemukan.',
  },
  'Shipping address required': {
    en: 'A delivery address is needed.',
    id: 'Alamat pengiriman wajib diisi.',
  },
  'items atau obat_id+quantity diperlukan': {
    en: 'An order needs at least one medicine.',
    id: 'Order memerlukan paling sedikit satu obat.',
  },
  'Terlalu banyak order yang belum dibayar': {
    en: 'Too many orders are not paid yet.',
    id: 'Terlalu banyak order yang belum dibayar.',
  },
  'Image not found': { en: 'The picture does not exist.', id: 'Gambar tidak ditemukan.' },
  'reason wajib diisi.': { en: 'A reason is needed.', id: 'Alasan wajib diisi.' },
  'reason maksimal {max} karakter.': {
    en: 'A reason has at most {max} characters.',
    id: 'Alasan maksimal {max} karakter.',
  },
}

const own = alsoInEnglish({
  'Keterangan obat tidak valid.': 'The description of the medicine is not valid.',
  'Order tidak ditemukan': 'This order does not exist.',
  'Pembayaran daring belum dapat dibatalkan, silakan coba lagi.':
    'The online payment could not be cancelled yet, please try again.',
  'Harga telah berubah': 'The price has changed meanwhile.',
  'Total sekarang {total}.': 'The total is {total} now.',
  'Uang yang diterima kurang dari total.': 'The cash received is less than the total.',
  'Uang yang diterima hanya dicatat untuk pembayaran tunai.':
    'Cash received is noted for cash payments only.',
  'Uang yang diterima harus bilangan bulat, 0 atau lebih.':
    'The cash received is a whole number, 0 or more.',
  'Uang yang diterima terlalu besar.': 'The cash received is too much.',
  'Cara bayar tidak dikenal.': 'This way of paying is not known.',
  'Obat {id} tidak ditemukan.': 'Medicine {id} was not found.',
  'Stok {name} tinggal {stock}, diminta {asked}.': '{name}: {stock} left, {asked} asked for.',
  'Stok {name} tinggal {stock}.': '{name}: {stock} left.',
  '{name}: centang bahwa resep sudah dilihat.': '{name}: tick that the prescription was seen.',
  'Resep tidak mencukupi': 'The prescription is not enough.',
  'Resep tidak ditemukan': 'The prescription was not found.',
  'Resep sudah tidak berlaku': 'The prescription is out of date.',
  '{name}: tidak ada di resep ini.': '{name}: not on this prescription.',
  '{name}: sisa resep {left}, diminta {asked}.':
    '{name}: {left} left on the prescription, {asked} asked for.',
  'Obat keras dari resep yang berbeda dipesan terpisah.':
    'Medicine of different prescriptions is ordered separately.',
  'Resep berisi 1 sampai {max} obat.': 'A prescription has 1 to {max} medicines.',
  'Obat ini sudah diresepkan.': 'This medicine is prescribed already.',
  'Dosis wajib diisi.': 'The dose is needed.',
  'Dosis maksimal {max} karakter.': 'A dose has at most {max} characters.',
  'Catatan maksimal {max} karakter.': 'A note has at most {max} characters.',
  '{name}: memerlukan resep dokter.': "{name}: needs a doctor's prescription.",
  'Maksimal {max} baris.': 'At most {max} lines.',
  'Jumlah harus bilangan bulat mulai dari 1.': 'The quantity is a whole number from 1 on.',
  'Jumlah maksimal {max}.': 'The quantity is {max} at most.',
  'Obat ini punya riwayat stok, order atau resep; nonaktifkan saja.':
    'This medicine was moved, ordered or prescribed before; it can only be deactivated.',
  'Ukuran gambar maksimal 4 MB.': 'A picture has at most 4 MB.',
  'Bukti harus berupa gambar JPEG, PNG, atau WebP.': 'A proof is a JPEG, PNG or WebP picture.',
  'Gambar rusak atau terlalu besar.': 'The picture is broken or too large.',
  'Gambar bukti pembayaran diperlukan.': 'A picture of the proof is needed.',
  'Rincian pembayaran harus berupa objek.': 'Payment details are a JSON object.',
  'Rincian pembayaran terlalu panjang.': 'The payment details are too long.',
  'Jenis mutasi tidak diizinkan.': 'You may not add movements of this kind.',
  'Jumlah harus bilangan bulat dan bukan 0.': 'The quantity is a whole number, and not 0.',
  'Jumlah terlalu besar.': 'The quantity is too large.',
  'Penerimaan harus lebih dari 0.': 'A receipt is more than 0.',
  'Penghapusan harus kurang dari 0.': 'A write-off is less than 0.',
  'Alasan wajib diisi.': 'A reason is needed.',
  'Wajib diisi.': 'This is needed.',
  'Harus bilangan bulat.': 'This must be a whole number.',
  'Harus antara {min} dan {max}.': 'This must be between {min} and {max}.',
  'counted harus bilangan bulat.': 'The count is a whole number.',
  'counted minimal 0.': 'The count is 0 or more.',
  'counted maksimal {max}.': 'The count is {max} at most.',
  'Pilih berkas CSV dahulu.': 'Choose a CSV file first.',
  'Ukuran berkas maksimal 5 MB.': 'A file has at most 5 MB.',
  'Berkas bukan UTF-8. Simpan lagi sebagai "CSV UTF-8" dari lembar kerja.':
    'The file is not UTF-8. Save it again as "CSV UTF-8" in the spreadsheet.',
  'Daftar ini berisi kesalahan; tidak ada yang diimpor.':
    'There are mistakes in this list; nothing was imported.',
  'Data obat berubah sejak pratinjau; tidak ada yang diimpor. Periksa lagi.':
    'The medicines have changed since the preview; nothing was imported. Please look again.',
})

/** What the panel says when something of the pharmacy is refused. */
export const panelRefusals: Record<string, Said> = { ...contract, ...own, ...importRefusals }
