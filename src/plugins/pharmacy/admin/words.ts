/** What the pharmacy's components say. */
export const WORDS = {
  id: {
    confirm: 'Konfirmasi pembayaran',
    complete: 'Serahkan & selesaikan',
    reject: 'Tolak bukti',
    cancel: 'Batalkan order',
    rejectWhy: 'Alasan menolak bukti pembayaran:',
    cancelWhy: 'Alasan membatalkan order:',
    done: 'Tersimpan.',
    failed: 'Gagal, silakan coba lagi.',
    findObat: 'Cari nama, SKU, atau barcode',
    stock: 'stok',
  },
  en: {
    confirm: 'Confirm payment',
    complete: 'Hand over & complete',
    reject: 'Refuse proof',
    cancel: 'Cancel order',
    rejectWhy: 'Why is the proof refused?',
    cancelWhy: 'Why is the order cancelled?',
    done: 'Saved.',
    failed: 'It failed, please try again.',
    findObat: 'Search name, SKU or barcode',
    stock: 'stock',
  },
} as const
