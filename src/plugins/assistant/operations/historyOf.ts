import { HISTORY_MAX, MESSAGES_MAX } from '../constants'
import type { ModelMessage } from '../model'
import type { ChatMessage } from './answer'
import { withoutClosing } from './closing'

type Turn = { role: 'user' | 'model'; text: string }

const turnOf = ({ role, content }: ChatMessage): Turn =>
  role === 'user'
    ? { role, text: content.trim() }
    : { role: 'model', text: withoutClosing(content).trim() }

/** Answers that were broken off leave questions side by side: they are one turn. */
const joined = (turns: Turn[]): Turn[] =>
  turns.reduce<Turn[]>((all, turn) => {
    const last = all.at(-1)
    if (last?.role !== turn.role) return [...all, turn]
    return [...all.slice(0, -1), { ...last, text: `${last.text}\n\n${turn.text}` }]
  }, [])

/** The newest turns that fit; at least the last one. */
const fitting = (turns: Turn[]): Turn[] => {
  let characters = 0
  const oldest = turns.findLastIndex(({ text }) => {
    characters += text.length
    return characters > HISTORY_MAX
  })
  return turns.slice(Math.min(Math.max(oldest + 1, turns.length - MESSAGES_MAX), turns.length - 1))
}

/**
 * What the model is told of a talk: whole messages from the newest back, as many as fit, the first of them
 * the user's, as models want it.
 */
export const historyOf = (messages: ChatMessage[]): ModelMessage[] => {
  // Before they are joined: a joined turn is as long as its client likes.
  const turns = joined(fitting(messages.map(turnOf).filter(({ text }) => text !== '')))
  return turns.slice(turns.findIndex(({ role }) => role === 'user'))
}
