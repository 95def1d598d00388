import type { Channel } from './constants'

/** A mark of our own for each channel: its short name on a colour that is near to what people know. */
const MARKS: Record<Channel, { text: string; color: string }> = {
  bsi: { text: 'BSI', color: '#00857c' },
  bni: { text: 'BNI', color: '#c4550a' },
  bca: { text: 'BCA', color: '#0a5aa6' },
  bri: { text: 'BRI', color: '#00529c' },
  mandiri: { text: 'Mandiri', color: '#003d79' },
  permata: { text: 'Permata', color: '#3f7d20' },
  cimb: { text: 'CIMB', color: '#9c1c26' },
  gopay: { text: 'GoPay', color: '#007b8a' },
  shopeepay: { text: 'Shopee', color: '#b8401f' },
  qris: { text: 'QRIS', color: '#1f2937' },
}

/** An SVG of 96 × 64. */
export const drawChannelIcon = (channel: Channel): string => {
  const { text, color } = MARKS[channel]
  return (
    '<svg xmlns="http://www.w3.org/2000/svg" width="96" height="64" viewBox="0 0 96 64">' +
    `<rect width="96" height="64" rx="8" fill="${color}"/>` +
    '<text x="48" y="39" text-anchor="middle" fill="#fff" font-size="20" font-weight="700" ' +
    `font-family="system-ui, sans-serif">${text}</text></svg>`
  )
}
