/** What Windows-1252 has beside Latin-1. */
const KNOWN = /^[\x20-\x7e\xa0-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/

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

/** Pictures, and what joins and colours them, say nothing on paper. */
const PICTURE =
  /^(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\p{Regional_Indicator}|\p{Cf}|\p{Variation_Selector}|\u20e3)$/u

const write = (char: string): string => {
  if (KNOWN.test(char)) return char
  if (PICTURE.test(char)) return ''
  const written = WRITTEN[char]
  if (written) return written
  const bare = char.normalize('NFKD').replace(/\p{M}/gu, '')
  return KNOWN.test(bare) ? bare : '?'
}

/**
 * A text in the characters that a PDF's built-in fonts have (Windows-1252), in one line: accents beyond
 * those are dropped, pictures too, and what has no likeness becomes `?`.
 */
export const toWinAnsi = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/[^\x20-\x7e]/gu, write)
    .replace(/ +/g, ' ')
    .trim()
