import { inflateSync } from 'node:zlib'

/** What a PDF draws, read back from its own streams: those of its pages, in their order. */
export type ReadPdf = {
  pages: { width: number; height: number }[]
  /** The text of each page, each piece that was written on a line of its own. */
  texts: string[]
  /** Bars that were filled, in points from the top left: the QR code. */
  bars: { x: number; y: number; width: number; height: number }[]
}

const windows1252 = new TextDecoder('windows-1252')

/** `[<48> 20 <69>] TJ`: hexadecimal pieces with spacing between them. */
const piecesOf = (content: string): string[] =>
  [...content.matchAll(/\[((?:<[0-9a-f]*>|[\s\d.-])*)\] TJ/g)].map(([, pieces = '']) => {
    const hex = [...pieces.matchAll(/<([0-9a-f]*)>/g)].map(([, piece]) => piece).join('')
    return windows1252.decode(Buffer.from(hex, 'hex'))
  })

const barsOf = (content: string): ReadPdf['bars'] =>
  [...content.matchAll(/^(-?[\d.]+) (-?[\d.]+) (-?[\d.]+) (-?[\d.]+) re$/gm)].map((found) => {
    const [x = 0, y = 0, width = 0, height = 0] = found.slice(1).map(Number)
    return { x, y, width, height }
  })

export const readPdf = (bytes: Uint8Array): ReadPdf => {
  const file = Buffer.from(bytes).toString('latin1')
  const boxes = [...file.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g)]
  const streams = [...file.matchAll(/\/FlateDecode\n>>\nstream\n([\s\S]*?)\nendstream/g)]
  const contents = streams.map(([, stream = '']) =>
    inflateSync(Buffer.from(stream, 'latin1')).toString('latin1'),
  )
  return {
    pages: boxes.map(([, width, height]) => ({ width: Number(width), height: Number(height) })),
    texts: contents.map((content) => piecesOf(content).join('\n')),
    bars: contents.flatMap(barsOf),
  }
}
