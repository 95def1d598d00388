import { alsoInEnglish } from '@/lib/panel/said'

/** What the panel says where a refund or a review is refused. */
export const refundPanelRefusals = alsoInEnglish({
  'Transaksi tidak ditemukan.': 'This transaction does not exist.',
  'Tidak ada dana yang dapat dikembalikan dari transaksi ini.':
    'There is no money of this transaction that can go back.',
  'Pengembalian lain untuk transaksi ini masih diproses.':
    'Another refund of this transaction is still under way.',
  'Pembayaran ini disengketakan; dananya sudah ditarik oleh bank.':
    'This payment is disputed; the bank has taken its money back.',
  'Pembayaran ini tidak ada pada transaksi ini.': 'This payment is not one of this transaction.',
  'Paling banyak {left} yang dapat dikembalikan.': 'At most {left} can be refunded.',
  'ShopeePay hanya dapat dikembalikan seluruhnya lewat gateway.':
    'ShopeePay can only be refunded as a whole through the gateway.',
  'Transfer bank dan virtual account tidak dapat dikembalikan lewat gateway; kembalikan secara manual.':
    'Bank transfers and virtual accounts cannot be refunded through the gateway; refund them by hand.',
  'Catatan wajib diisi untuk pengembalian manual.': 'A refund by hand needs a note.',
  'Bukti pengembalian wajib diunggah.': 'A proof of the refund is needed.',
  'Gateway menolak pengembalian ini: {why}': 'The gateway refuses this refund: {why}',
  'Gateway tidak dapat dihubungi; tidak ada dana yang dikembalikan.':
    'The gateway cannot be reached; no money went back.',
  'Pembayaran ini tidak sedang ditinjau.': 'This payment is not under review.',
  'Gateway menolak keputusan ini: {why}': 'The gateway refuses this decision: {why}',
  'Jumlah harus bilangan bulat di atas 0.': 'The amount is a whole number above 0.',
  'Cara pengembalian tidak dikenal.': 'This way of refunding is not known.',
  'reason maksimal {max} karakter.': 'A reason has at most {max} characters.',
  'Ukuran gambar maksimal 4 MB.': 'A picture has at most 4 MB.',
  'Bukti harus berupa gambar JPEG, PNG, atau WebP.': 'A proof is a JPEG, PNG or WebP picture.',
  'Gambar rusak atau terlalu besar.': 'The picture is damaged or too large.',
})
