/** A QR code as the path of an SVG that is `size` modules wide and high. */
export const drawQr = async (text: string): Promise<{ size: number; path: string }> => {
  const { create } = await import('qrcode')
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const dark = Array.from(data, (bit, index) => (bit ? index : -1)).filter((index) => index >= 0)
  const path = dark.map((index) => `M${index % size} ${Math.floor(index / size)}h1v1h-1z`).join('')
  return { size, path }
}
