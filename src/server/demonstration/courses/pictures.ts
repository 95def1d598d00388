import type { File } from 'payload'
import sharp from 'sharp'

const drawn = async (svg: string, name: string): Promise<File> => {
  const data = await sharp(Buffer.from(svg)).png().toBuffer()
  return { data, name, mimetype: 'image/png', size: data.length }
}

const WORDS_PER_LINE = 2

const lines = (title: string): string[] => {
  const words = title.split(' ')
  return Array.from({ length: Math.ceil(words.length / WORDS_PER_LINE) }, (_, index) =>
    words.slice(index * WORDS_PER_LINE, (index + 1) * WORDS_PER_LINE).join(' '),
  )
}

/** The picture of a course: its title on its colour. */
export const coverOf = (title: string, colour: string, name: string): Promise<File> =>
  drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 960 540" font-family="sans-serif">
      <rect width="960" height="540" fill="${colour}"/>
      <circle cx="820" cy="120" r="220" fill="#fff" opacity="0.12"/>
      <circle cx="860" cy="470" r="140" fill="#fff" opacity="0.1"/>
      <path d="M800 70 v100 M750 120 h100" stroke="#fff" stroke-width="26" opacity="0.85"/>
      ${lines(title)
        .map(
          (line, index) =>
            `<text x="70" y="${180 + index * 84}" fill="#fff" font-size="68" font-weight="bold">${line}</text>`,
        )
        .join('')}
      <text x="70" y="500" fill="#fff" font-size="26" opacity="0.9">Kursus Sehat</text>
    </svg>`,
    name,
  )

const COLUMN = 220
const ROWS = 14

/** A sheet to fill in, with these columns. */
export const sheetOf = (title: string, columns: string[], name: string): Promise<File> => {
  const width = columns.length * COLUMN + 80
  const grid = Array.from({ length: ROWS + 1 }, (_, row) => {
    const y = 120 + row * 50
    return `<path d="M40 ${y} H${width - 40}" stroke="#999"/>`
  })
  const heads = columns.map(
    (head, index) => `<text x="${50 + index * COLUMN}" y="152" font-size="20">${head}</text>`,
  )
  const bars = Array.from({ length: columns.length + 1 }, (_, index) => {
    const x = 40 + index * COLUMN
    return `<path d="M${x} 120 V${120 + ROWS * 50}" stroke="#999"/>`
  })
  return drawn(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="860" font-family="sans-serif">
      <rect width="${width}" height="860" fill="#fff"/>
      <text x="40" y="72" font-size="34" font-weight="bold">${title}</text>
      ${[...grid, ...bars, ...heads].join('')}
    </svg>`,
    name,
  )
}
