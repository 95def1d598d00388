/** One field of a QR code for payments (EMV QRCPS): tag, length, value. */
const field = (tag: string, value: string): string =>
  `${tag}${String(value.length).padStart(2, '0')}${value}`

/** CRC-16/CCITT-FALSE, as the standard asks for. */
const crc16 = (text: string): string => {
  let crc = 0xffff
  for (const byte of Buffer.from(text)) {
    crc ^= byte << 8
    for (let bit = 0; bit < 8; bit += 1) {
      crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff
    }
  }
  return crc.toString(16).toUpperCase().padStart(4, '0')
}

/** A QRIS code of the right form; no bank knows its merchant. */
export const qrString = (reference: string, amount: number): string => {
  const merchant =
    field('00', 'ID.CO.SIMULATOR.WWW') + field('01', '936009140000000000') + field('03', 'UMI')
  const payload =
    field('00', '01') +
    field('01', '12') +
    field('26', merchant) +
    field('52', '8099') +
    field('53', '360') +
    field('54', String(amount)) +
    field('58', 'ID') +
    field('59', 'SIMULATOR MIDTRANS') +
    field('60', 'JAKARTA') +
    field('62', field('05', reference.slice(0, 25)))
  return `${payload}6304${crc16(`${payload}6304`)}`
}
