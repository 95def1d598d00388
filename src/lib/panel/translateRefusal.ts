import type { Said } from './said'

const PLACE = /\{(\w+)\}/g

const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/** `Stok {name} tinggal {stock}.` as a pattern whose groups have the places' names. */
const patternOf = (template: string): RegExp => {
  const places = template.split(PLACE)
  const source = places.map((part, index) => (index % 2 ? `(?<${part}>.+?)` : escape(part)))
  return new RegExp(`^${source.join('')}$`, 's')
}

const fill = (template: string, values: Record<string, string | undefined>): string =>
  template.replace(PLACE, (place, name: string) => values[name] ?? place)

const translateWhole = (
  message: string,
  language: keyof Said,
  refusals: Record<string, Said>,
): string | null => {
  if (Object.hasOwn(refusals, message)) return refusals[message]?.[language] ?? null
  for (const [template, said] of Object.entries(refusals)) {
    if (!template.includes('{')) continue
    const found = patternOf(template).exec(message)
    if (found) return fill(said[language], found.groups ?? {})
  }
  return null
}

/** Several faults of one field are said one after the other: each run of sentences that is known is one. */
const translateRuns = (
  sentences: string[],
  translate: (message: string) => string | null,
): string[] => {
  const [first, ...rest] = sentences
  if (first === undefined) return []
  for (let count = 1; count <= sentences.length; count += 1) {
    const known = translate(sentences.slice(0, count).join(' '))
    if (known !== null) return [known, ...translateRuns(sentences.slice(count), translate)]
  }
  return [first, ...translateRuns(rest, translate)]
}

/** A message has a few sentences; what has more is no message of ours. */
const SENTENCES_MAX = 20

/**
 * A refusal's message in a language of the panel. Messages that no dictionary has stay as they are.
 * @param refusals message → what the panel says instead. Places in braces stand for what differs:
 *   `Stok {name} tinggal {stock}.`
 */
export const translateRefusal = (
  message: string,
  language: keyof Said,
  refusals: Record<string, Said>,
): string => {
  const sentences = message.split(/(?<=\.) /)
  const translate = (part: string) => translateWhole(part, language, refusals)
  if (sentences.length > SENTENCES_MAX) return translate(message) ?? message
  return translateRuns(sentences, translate).join(' ')
}
