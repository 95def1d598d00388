import type { File } from 'payload'
import sharp from 'sharp'

import { showRupiah } from '@/lib/panel/showRupiah'

type Transfer = { from: string; amount: number; at: string }

const drawing = ({ from, amount, at }: Transfer): string => `
<svg xmlns="http://www.w3.org/2000/svg" width="600" height="900" font-family="sans-serif">
  <rect width="600" height="900" fill="#eef3f1"/>
  <rect width="600" height="150" fill="#0b6e5b"/>
  <text x="40" y="70" fill="#fff" font-size="34" font-weight="bold">Bank Contoh</text>
  <text x="40" y="112" fill="#cfe7e0" font-size="22">Bukti transfer (bukan bank sungguhan)</text>
  <rect x="30" y="190" width="540" height="600" rx="16" fill="#fff"/>
  <circle cx="300" cy="270" r="42" fill="#0b6e5b"/>
  <path d="M280 270 l14 16 28 -32" fill="none" stroke="#fff" stroke-width="8"/>
  <text x="300" y="360" fill="#1b1b1b" font-size="26" text-anchor="middle">Transfer berhasil</text>
  <text x="300" y="430" fill="#1b1b1b" font-size="46" font-weight="bold" text-anchor="middle">${showRupiah(amount)}</text>
  <g font-size="22" fill="#666"><text x="60" y="520">Dari</text><text x="60" y="580">Ke</text>
    <text x="60" y="640">Waktu</text><text x="60" y="700">Berita</text></g>
  <g font-size="22" fill="#1b1b1b" text-anchor="end"><text x="540" y="520">${from}</text>
    <text x="540" y="580">Apotek Sehat</text><text x="540" y="640">${at}</text>
    <text x="540" y="700">Pembelian obat</text></g>
</svg>`

/** A receipt of a bank that does not exist, as a patient would send it. */
export const receiptPicture = async (transfer: Transfer): Promise<File> => {
  const data = await sharp(Buffer.from(drawing(transfer)))
    .png()
    .toBuffer()
  return { data, name: 'bukti.png', mimetype: 'image/png', size: data.length }
}
