/** Characters of a link's target; what is longer is none. */
const TARGET_MAX = 2_000
/** An image, a link's target, a definition of one, HTML or an autolink: what has to be looked at. */
const MARKS = /!(?=\[|$)|\](?=[(:]|$)|<(?=[a-z/!?]|$)/giu
/** A path of ours, or https. */
const SAFE_TARGET = /^(?:\/(?![/\\])|https:\/\/)[^\s<>[\]!\\]*$/iu

/** `(/obat/x "title")`: what stands between the brackets, without the title. */
const targetOf = (inner: string): string =>
  (inner.trim().split(/\s/u)[0] ?? '').replace(/^<|>$/gu, '')

/** Where the bracket that opens at `start` closes; -1 while it does not, or too far away. */
const closingBracket = (text: string, start: number): number => {
  let depth = 0
  const last = Math.min(text.length, start + TARGET_MAX)
  for (let index = start; index < last; index += 1) {
    if (text[index] === '(') depth += 1
    else if (text[index] === ')') depth -= 1
    if (depth === 0) return index
  }
  return -1
}

/** What may be said of a text, and what has to wait for more of it. */
const clean = (text: string, isWhole: boolean): { said: string; held: string } => {
  let said = ''
  let from = 0
  for (const { 0: mark, index } of text.matchAll(MARKS)) {
    if (index < from) continue
    said += text.slice(from, index)
    from = index + 1
    const next = text[from]
    if (next === undefined && !isWhole) return { said, held: mark }
    if (mark === '<') said += next === undefined ? mark : '‹'
    else if (mark === '!') said += next === undefined ? mark : '! '
    else if (next === ':') said += '] '
    else if (next !== '(') said += mark
    else {
      const end = closingBracket(text, from)
      if (end < 0 && !isWhole && text.length - from < TARGET_MAX) {
        return { said, held: text.slice(index) }
      }
      if (end < 0) {
        said += '] '
        continue
      }
      const target = targetOf(text.slice(from + 1, end))
      said += SAFE_TARGET.test(target) ? `](${target})` : '] '
      from = end + 1
    }
  }
  return { said: said + text.slice(from), held: '' }
}

/**
 * Takes out of a streamed answer what may harm a reader, whatever it is shown with: Markdown links lead to
 * our own paths or to https, pictures (which load without a click) become links, HTML becomes text.
 * @returns `push` gives what may be shown by now, `end` the rest
 */
export const safeText = (): { push: (text: string) => string; end: () => string } => {
  let held = ''
  const take = (text: string, isWhole: boolean): string => {
    const cleaned = clean(held + text, isWhole)
    held = cleaned.held
    return cleaned.said
  }
  return { push: (text) => take(text, false), end: () => take('', true) }
}
