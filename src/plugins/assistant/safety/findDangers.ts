import type { Danger, RedFlag } from './redFlags'
import { RED_FLAGS } from './redFlags'
import {
  ACUTE,
  CONTRASTS,
  DENIED_LISTS,
  FILLERS,
  ILLNESS_SUBJECTS,
  NEGATORS,
  PAST,
  PERSONS,
  SUBJECTS,
} from './vocabulary'

/** Where words stand in a clause: characters, and which words they are. */
type Place = { start: number; end: number; first: number; last: number }

/** Characters before a sign that are looked at: more than denials and subjects are long. */
const LOOK_BACK = 120

const MARKS = /\p{M}/gu
/** Between letters: invisible. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF'’‘`´]/gu
/** `sesaaak` is `sesak`. */
const DRAWN_OUT = /(\p{L})\1{2,}/gu
const CLAUSE_ENDS = /[.,;:!?()[\]"“”\n\r…]+/u
/** Between clauses that are looked at together. */
const CLAUSE_END = ' | '
const NO_WORD = /[^\p{L}\p{N}]+/gu

/** Words as the tables have them: lower case, one space between them, nothing else. */
const normalize = (text: string): string =>
  text.replace(NO_WORD, ' ').replace(DRAWN_OUT, '$1').trim()

const clausesOf = (text: string): string[] =>
  text
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(CONTRASTS, ',')
    .split(CLAUSE_ENDS)
    .map(normalize)
    .filter(Boolean)

const words = (source: string): RegExp => new RegExp(`(?<!\\S)(?:${source})(?!\\S)`, 'gu')
/** Of what stands before a place. */
const before = (source: string): RegExp => new RegExp(`(?<!\\S)(?:${source}) $`, 'u')

const DENIED = before(`${NEGATORS}(?: ${FILLERS}){0,3}`)
const DENIED_TWICE = before(`${NEGATORS}(?: ${FILLERS}){0,3} ${NEGATORS}(?: ${FILLERS}){0,3}`)
const DENIED_IN_LIST = before(`${DENIED_LISTS}(?: ${FILLERS}){0,2}`)
const DENIED_AFTER = /^ (?:tidak ada|tdk ada|gak ada|ga ada|nggak ada|negatif|negative)$/u
const PAST_BEFORE = before(`${PAST}(?: ${FILLERS}){0,2}`)
const SUBJECT_BEFORE = before(`${SUBJECTS}(?: \\S+){0,4}`)
const ILLNESS_SUBJECT_BEFORE = before(`${ILLNESS_SUBJECTS}(?: \\S+){0,3}`)

const compiled = RED_FLAGS.map((flag) => ({
  ...flag,
  expressions: flag.parts.map(words),
  exception: flag.unless === undefined ? null : words(flag.unless),
}))
type CompiledFlag = (typeof compiled)[number]

const has = (text: string, expression: RegExp): boolean => text.search(expression) >= 0
const IS_PERSONAL = words(PERSONS)
const IS_ACUTE = words(ACUTE)

const spacesIn = (text: string): number => text.split(' ').length - 1

const saidBefore = (clause: string, { start }: Place): string =>
  clause.slice(Math.max(0, start - LOOK_BACK), start)

/** Not so, and clearly so: whatever leaves a doubt is no denial. */
const isDenied = (clause: string, place: Place): boolean => {
  const said = saidBefore(clause, place)
  if (DENIED_TWICE.test(said)) return false
  return (
    DENIED.test(said) || DENIED_IN_LIST.test(said) || DENIED_AFTER.test(clause.slice(place.end))
  )
}

const placesOf = (clause: string, expression: RegExp): Place[] =>
  [...clause.matchAll(expression)].map(({ 0: found, index }) => {
    const first = spacesIn(clause.slice(0, index))
    return { start: index, end: index + found.length, first, last: first + spacesIn(found) }
  })

const joined = ({ within = 0 }: RedFlag, one: Place, others: Place[]): Place[] =>
  others
    .map((other) => ({
      start: Math.min(one.start, other.start),
      end: Math.max(one.end, other.end),
      first: Math.min(one.first, other.first),
      last: Math.max(one.last, other.last),
    }))
    .filter(({ first, last }) => last - first < within)

/** Where all parts of a flag stand together. */
const findTogether = (clause: string, flag: CompiledFlag): Place[] => {
  let together: Place[] | null = null
  for (const expression of flag.expressions) {
    const places = placesOf(clause, expression).filter(
      (place) => flag.isAlwaysHeard ?? !isDenied(clause, place),
    )
    together = together ? together.flatMap((one) => joined(flag, one, places)) : places
    if (together.length === 0) return []
  }
  return together ?? []
}

/** Read about, bought for, or long ago: a subject, and nothing that happens. */
const isMereSubject = (said: string, flag: CompiledFlag): boolean => {
  if (flag.isAlwaysHeard) return false
  if (!flag.isIllness) return SUBJECT_BEFORE.test(said)
  return ILLNESS_SUBJECT_BEFORE.test(said) || PAST_BEFORE.test(said)
}

/**
 * Signs of danger in what somebody writes. In doubt there is one: only a clear denial (`tidak nyeri dada`),
 * a mere subject (`artikel tentang stroke`) and an illness that nobody has are none.
 * @param text as it was typed @returns in the order of the table, each once
 */
export const findDangers = (text: string): Danger[] => {
  const clauses = clausesOf(text)
  const whole = clauses.join(CLAUSE_END)
  const isAcute = has(whole, IS_ACUTE)
  const isSomebodys = isAcute || has(whole, IS_PERSONAL)
  const dangers = new Set<Danger>()
  for (const flag of compiled) {
    if (dangers.has(flag.danger)) continue
    if (flag.isIllness && !isSomebodys) continue
    if (flag.exception && has(whole, flag.exception)) continue
    const isThere = (flag.isAcrossClauses ? [whole] : clauses).some((clause) =>
      findTogether(clause, flag).some(
        (place) => isAcute || !isMereSubject(saidBefore(clause, place), flag),
      ),
    )
    if (isThere) dangers.add(flag.danger)
  }
  return [...dangers]
}
