import type { File } from 'payload'
import sharp from 'sharp'

const WIDTH = 1280
const HEIGHT = 720

/** A colour, and what stands for it, drawn in a square of 100. */
type Motif = { hue: number; drawing: string }

const MOTIFS: Record<string, Motif> = {
  'Hidup Sehat': {
    hue: 160,
    drawing:
      '<path d="M50 88 C12 60 6 36 22 22 C34 12 46 20 50 32 C54 20 66 12 78 22 C94 36 88 60 50 88Z"/>',
  },
  Gizi: {
    hue: 95,
    drawing: '<path d="M16 84 C10 36 42 12 88 14 C90 58 66 90 26 78 C40 60 52 46 68 34"/>',
  },
  'Penyakit Menular': {
    hue: 18,
    drawing:
      '<circle cx="50" cy="50" r="24"/><path d="M50 26V8M50 74v18M26 50H8M74 50h18M33 33 20 20M67 67l13 13M33 67 20 80M67 33l13-13"/><g fill="#fff"><circle cx="50" cy="8" r="4"/><circle cx="50" cy="92" r="4"/><circle cx="8" cy="50" r="4"/><circle cx="92" cy="50" r="4"/><circle cx="20" cy="20" r="4"/><circle cx="80" cy="80" r="4"/><circle cx="20" cy="80" r="4"/><circle cx="80" cy="20" r="4"/><circle cx="43" cy="45" r="3"/><circle cx="57" cy="56" r="3"/></g>',
  },
  'Penyakit Tidak Menular': {
    hue: 350,
    drawing: '<path d="M4 54h24l8-24 14 46 12-34 6 12h28"/>',
  },
  Obat: {
    hue: 215,
    drawing:
      '<g transform="rotate(-40 50 50)"><rect x="8" y="32" width="84" height="36" rx="18"/><path d="M50 32v36"/></g>',
  },
  'Ibu dan Anak': {
    hue: 290,
    drawing:
      '<circle cx="38" cy="26" r="15"/><path d="M12 90c0-30 12-42 26-42 8 0 15 4 20 11"/><circle cx="66" cy="62" r="10"/><path d="M48 92c0-12 8-17 18-17s18 5 18 17"/>',
  },
}

const draw = ({ hue, drawing }: Motif, turn: number): string => {
  const paper = (hue + turn) % 360
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <defs><linearGradient id="paper" x1="0" y1="0" x2="1" y2="1">
      <stop offset="0" stop-color="hsl(${paper},48%,34%)"/>
      <stop offset="1" stop-color="hsl(${(paper + 28) % 360},52%,22%)"/>
    </linearGradient></defs>
    <rect width="${WIDTH}" height="${HEIGHT}" fill="url(#paper)"/>
    <circle cx="${200 + turn * 20}" cy="640" r="300" fill="#fff" opacity="0.07"/>
    <circle cx="1120" cy="${90 + turn * 6}" r="220" fill="#fff" opacity="0.08"/>
    <g transform="translate(${440 - turn * 4} 150) scale(4.2)" fill="none" stroke="#fff" stroke-width="5"
      stroke-linecap="round" stroke-linejoin="round" opacity="0.92">${drawing}</g>
  </svg>`
}

/**
 * The cover of an article: what stands for its category.
 * @param turn tells articles of one category apart; 0 to 20
 */
export const coverOf = async (category: string, turn: number, name: string): Promise<File> => {
  const motif = MOTIFS[category]
  if (!motif) throw new Error(`The demonstration has no cover for ${category}.`)
  const data = await sharp(Buffer.from(draw(motif, turn)))
    .webp({ quality: 82 })
    .toBuffer()
  return { data, name, mimetype: 'image/webp', size: data.length }
}
