import { expect, it } from 'vitest'

import { createNotices } from './postgresNotices'

type Answer = { resolve: () => void; reject: (error: Error) => void }

/** A database that answers when a test wants it to. */
const slowDatabase = () => {
  const statements: string[][] = []
  const answers: Answer[] = []
  return {
    statements,
    answers,
    query: async (_statement: string, [, payloads]: string[][]) => {
      statements.push(payloads!)
      await new Promise<void>((resolve, reject) => answers.push({ resolve, reject }))
    },
  }
}

it('what waits for a statement goes with the next, in order, nothing twice in one', async () => {
  const database = slowDatabase()
  const { notify } = createNotices(database as never, () => expect.unreachable())
  const sent = ['a', 'b', 'c', 'b', 'b', 'd'].map(async (payload) => notify('x', payload))
  for (let turn = 0; turn < 4; turn += 1) {
    await expect.poll(() => database.answers.length).toBe(turn + 1)
    database.answers[turn]!.resolve()
  }
  await Promise.all(sent)
  expect(database.statements).toEqual([['a'], ['b', 'c'], ['b'], ['b', 'd']])
})

it('what a statement could not send is lost and told; the rest goes on', async () => {
  const database = slowDatabase()
  const lost: [string, number][] = []
  const { notify } = createNotices(database as never, ({ message }, count) =>
    lost.push([message, count]),
  )
  const sent = ['a', 'b', 'c'].map(async (payload) => notify('x', payload))
  database.answers[0]!.resolve()
  await expect.poll(() => database.answers.length).toBe(2)
  const later = notify('x', 'd')
  database.answers[1]!.reject(new Error('away'))
  await Promise.all(sent)
  await expect.poll(() => database.answers.length).toBe(3)
  database.answers[2]!.resolve()
  await later
  expect([database.statements, lost]).toEqual([[['a'], ['b', 'c'], ['d']], [['away', 2]]])
})

it('so many may wait, and no more', async () => {
  const database = slowDatabase()
  const lost: number[] = []
  const { notify } = createNotices(database as never, (_error, count) => lost.push(count))
  for (let index = 0; index < 50_003; index += 1) void notify('x', String(index))
  expect(lost).toEqual([1, 1])
})
