import type { Source } from '@/lib/assistantTool'

import { DISCLAIMER } from '../safety/disclaimer'

const RULE = '\n\n---\n\n'
const HEADING = '**Sumber:**'
/** What would end the text of a Markdown link, or begin HTML in it. */
const BRACKETS = /[[\]<\n]/g

/** An item of a list, in Markdown; titles are written by others. */
export const linkTo = ({ title, url }: Source): string =>
  `- [${title.replace(BRACKETS, ' ')}](${url})`

/** Each page once, under the name that it had first. */
const distinct = (sources: Source[]): Source[] => [
  ...new Map(sources.toReversed().map((source) => [source.url, source])).values(),
]

/** What stands under every answer: the pages that it rests on, and the disclaimer. Markdown. */
export const closingOf = (sources: Source[]): string => {
  const links = distinct(sources).toReversed().map(linkTo)
  const list = links.length > 0 ? `\n\n${HEADING}\n${links.join('\n')}` : ''
  return `${list}${RULE}_${DISCLAIMER}_`
}

/** An answer of the history without it: the model would learn to write it itself. */
export const withoutClosing = (content: string): string => {
  const rule = content.lastIndexOf(`${RULE}_${DISCLAIMER}`)
  if (rule < 0) return content
  const body = content.slice(0, rule)
  const list = body.lastIndexOf(`\n\n${HEADING}\n`)
  return list < 0 ? body : body.slice(0, list)
}
