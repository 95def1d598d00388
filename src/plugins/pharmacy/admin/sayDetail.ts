import type { Said } from '@/lib/panel/said'
import { showRupiah } from '@/lib/panel/showRupiah'

import { statedAmounts } from '../statedAmounts'

/** What apps call the usual details, in small letters without signs. Others stand as they were sent. */
const NAMES: Record<string, Said> = {
  amount: { en: 'Amount', id: 'Nominal' },
  nominal: { en: 'Amount', id: 'Nominal' },
  jumlah: { en: 'Amount', id: 'Jumlah' },
  bank: { en: 'Bank', id: 'Bank' },
  bankname: { en: 'Bank', id: 'Bank' },
  accountname: { en: 'Account holder', id: 'Atas nama' },
  sendername: { en: 'Sender', id: 'Pengirim' },
  accountnumber: { en: 'Account number', id: 'Nomor rekening' },
  transactionid: { en: 'Transaction number', id: 'Nomor transaksi' },
  note: { en: 'Note', id: 'Catatan' },
  notes: { en: 'Note', id: 'Catatan' },
}

/** How the panel calls a detail that a buyer's app has sent. */
export const sayDetailName = (name: string, language: 'en' | 'id'): string => {
  const bare = name.toLowerCase().replace(/[^a-z]/g, '')
  return Object.hasOwn(NAMES, bare) ? (NAMES[bare]?.[language] ?? name) : name
}

/** What a detail says, in one line; an amount as rupiah. */
export const showDetail = (name: string, value: unknown): string => {
  const [stated] = typeof value === 'object' ? [] : statedAmounts({ [name]: value })
  if (stated && stated.amount !== null) return showRupiah(stated.amount)
  return typeof value === 'string' ? value : JSON.stringify(value)
}
