/** What the Windows-1252 encoding has between 0x80 and 0x9f. */
const EXTRAS = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ'

/** Letters and signs of medicine and of names that are written otherwise where they are missing. */
const WRITTEN: Record<string, string> = {
  '≥': '>=',
  '≤': '<=',
  '≈': '~',
  '−': '-',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '→': '->',
  '′': "'",
  '″': '"',
  μ: 'µ',
  α: 'alfa',
  β: 'beta',
  γ: 'gama',
  δ: 'delta',
  Ω: 'ohm',
  Đ: 'D',
  đ: 'd',
  Ł: 'L',
  ł: 'l',
  ı: 'i',
}

const isKnown = (char: string): boolean =>
  /^[\x20-\x7e\xa0-\xff]$/.test(char) || EXTRAS.includes(char)

/** Pictures, and what joins and colours them, say nothing on paper. */
const PICTURE =
  /^[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}\u200b-\u200f\u2060\ufe0e\ufe0f\u20e3\u{e0000}-\u{e007f}]$/u

const write = (char: string): string => {
  if (isKnown(char)) return char
  if (PICTURE.test(char)) return ''
  const written = WRITTEN[char]
  if (written) return written
  const bare = [...char.normalize('NFKD').replace(/\p{M}/gu, '')]
  return bare.length > 0 && bare.every(isKnown) ? bare.join('') : '?'
}

/**
 * A text in the characters that a PDF's built-in fonts have (Windows-1252), in one line: accents beyond
 * those are dropped, pictures too, and what has no likeness becomes `?`.
 */
export const toWinAnsi = (text: string): string =>
  [...text.normalize('NFC').replace(/[\s\p{Cc}]+/gu, ' ')]
    .map(write)
    .join('')
    .replace(/ +/g, ' ')
    .trim()
