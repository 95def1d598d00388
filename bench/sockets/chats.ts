import type { House } from '../house'
import type { Options } from '../options'
import type { Program } from '../program'
import type { ChatSample } from './load'
import { chat, enterAll, leaveAll } from './load'
import type { Seat } from './rooms'
import { makeRooms } from './rooms'

export type Chat = { name: string; title: string; clients: number; rate: number }

/** Rooms of two; messages a second over all of them, each stored. */
export const CHATS: Chat[] = [
  { name: 'chat', title: 'Chat, 500 clients, 200 messages/s', clients: 500, rate: 200 },
  { name: 'chats', title: 'Chat, 2,000 clients, 1,000 messages/s', clients: 2_000, rate: 1_000 },
]

export type ChatResult = { chat: Chat; app: ChatSample[]; floor: ChatSample[] }

const round = async (
  program: Program,
  seats: Seat[],
  { rate }: Chat,
  seconds: number,
  run: string,
): Promise<ChatSample> => {
  const clients = await enterAll(program, seats)
  try {
    return await chat(program, clients, { rate, seconds, run })
  } finally {
    leaveAll(clients)
  }
}

/** Both sides by turns, as the other scenarios; the first round of each warms it up. */
export const compareChats = async (
  { app, floor, db, world, secret }: House,
  chats: Chat[],
  { rounds, seconds, warmUpSeconds }: Options,
  say: (line: string) => void,
): Promise<ChatResult[]> => {
  if (chats.length === 0) return []
  const most = Math.max(...chats.map(({ clients }) => clients))
  const seats = await makeRooms(db, world, most / 2, secret)
  const results: ChatResult[] = []
  for (const one of chats) {
    const taken = seats.slice(0, one.clients)
    await round(app, taken, one, warmUpSeconds, `${one.name}-app-warm`)
    await round(floor, taken, one, warmUpSeconds, `${one.name}-floor-warm`)
    const result: ChatResult = { chat: one, app: [], floor: [] }
    for (let turn = 0; turn < rounds; turn += 1) {
      result.app.push(await round(app, taken, one, seconds, `${one.name}-app-${turn}`))
      result.floor.push(await round(floor, taken, one, seconds, `${one.name}-floor-${turn}`))
    }
    results.push(result)
    say(`${one.title}: done`)
  }
  return results
}

/** What was lost, and whether what the application acknowledged is what it stored. */
export const chatFaults = async ({ db }: House, results: ChatResult[]): Promise<string[]> => {
  const faults = results.flatMap(({ chat: { name }, app, floor }) =>
    Object.entries({ app, floor }).flatMap(([side, samples]) =>
      samples
        .filter(({ lost }) => lost > 0)
        .map(({ lost }) => `${name}, ${side}: ${lost} messages were lost`),
    ),
  )
  if (results.length === 0) return faults
  const { rows } = await db.query<{ gaps: number }>(
    `SELECT count(*)::int AS gaps FROM (
       SELECT consultation_id FROM messages GROUP BY consultation_id
       HAVING max(seq) <> count(*) OR min(seq) <> 1) broken`,
  )
  const gaps = rows[0]?.gaps ?? 0
  return gaps > 0 ? [...faults, `${gaps} consultations have gaps in their numbers`] : faults
}
