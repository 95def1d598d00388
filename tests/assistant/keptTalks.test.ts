import { randomUUID } from 'node:crypto'

import { createLocalReq } from 'payload'
import pg from 'pg'
import { beforeAll, describe, expect, it } from 'vitest'

import { KEPT_CHARACTERS_MAX, KEPT_TALKS_MAX } from '@/plugins/assistant/constants'
import { keepTalk } from '@/plugins/assistant/operations/keepTalk'
import { forgetOldTalks } from '@/plugins/assistant/sweeper'

import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { atOnce } from '../support/generated'
import { untilBlocked } from '../support/locks'
import { systemRequest, testPayload } from '../support/payload'
import type { Person } from '../support/people'

type Message = { role: 'user' | 'assistant'; content: string }
type Talk = { id: string; clientId: string | null; title: string; messages: Message[] }

const PATH = '/assistant-conversations'

const talk = (question: string, answer = 'Silakan.'): Message[] => [
  { role: 'user', content: question },
  { role: 'assistant', content: answer },
]

/** Keeps a talk as somebody who is signed in. */
const keep = async (
  who: Person,
  messages: Message[],
  id: string | null = randomUUID(),
): Promise<void> => {
  const user = { id: who.id, collection: 'users', role: 'patient' } as never
  await keepTalk(await createLocalReq({ user }, await testPayload()), { id, messages })
}

const kept = async ({ token }: Person): Promise<Talk[]> =>
  ((await api('GET', `${PATH}?depth=0`, { token })).body as { docs: Talk[] }).docs

let me: Person
beforeAll(async () => {
  await person('admin')
})

describe('a talk that its user agreed to keep', () => {
  beforeAll(async () => {
    me = await person('patient')
  })

  it('is one talk, however often it goes on, under its client’s id or its own', async () => {
    const id = randomUUID()
    await keep(me, talk('  Ada paracetamol?\nYang sirup. '), id)
    const [first] = await kept(me)
    expect(first).toMatchObject({
      clientId: id,
      title: 'Ada paracetamol? Yang sirup.',
      messages: talk('  Ada paracetamol?\nYang sirup. '),
    })
    const longer = [...talk('Ada paracetamol?'), ...talk('Berapa harganya?', 'Rp 5.000.')]
    await keep(me, longer, id)
    expect(await kept(me)).toEqual([expect.objectContaining({ id: first?.id, messages: longer })])
    await keep(me, talk('Terakhir'), first?.id)
    expect(await kept(me)).toEqual([
      expect.objectContaining({ id: first?.id, messages: talk('Terakhir') }),
    ])
  })

  it('is one talk though five keep it at once', async () => {
    const who = await person('patient')
    const id = randomUUID()
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    // Nobody can write one before all have looked for it.
    await client.query('BEGIN; LOCK TABLE assistant_conversations IN SHARE MODE')
    const all = atOnce(5, async () => keep(who, talk('Bersamaan'), id))
    await untilBlocked(5)
    await client.query('COMMIT')
    await client.end()
    await all
    expect(await kept(who)).toHaveLength(1)
  })

  it('comes with the newest first', async () => {
    const who = await person('patient')
    for (const question of ['Satu', 'Dua', 'Tiga']) await keep(who, talk(question))
    expect((await kept(who)).map(({ title }) => title)).toEqual(['Tiga', 'Dua', 'Satu'])
  })

  it('never takes the place of somebody else’s', async () => {
    const other = await person('patient')
    const id = randomUUID()
    await keep(me, talk('Punya saya'), id)
    const mine = (await kept(me)).find(({ clientId }) => clientId === id)
    await keep(other, talk('Punya orang lain'), id)
    await keep(other, talk('Punya orang lain'), mine?.id)
    expect((await kept(other)).map(({ title }) => title)).toEqual(
      Array.from({ length: 2 }, () => 'Punya orang lain'),
    )
    expect((await kept(me)).find(({ clientId }) => clientId === id)).toEqual(mine)
  })

  it('is kept though it holds what Postgres cannot, and without its oldest where it is too long', async () => {
    const who = await person('patient')
    await keep(who, talk(`Nol \u0000 dan setengah \ud83d`, 'Baik \u0000'))
    expect((await kept(who))[0]?.messages).toEqual(talk('Nol  dan setengah \ufffd', 'Baik '))
    const long = 'x'.repeat(KEPT_CHARACTERS_MAX / 2)
    await keep(who, [...talk('Pertama', long), ...talk(long, 'Akhir')])
    const [newest] = await kept(who)
    expect(newest?.title).toBe('Pertama')
    expect(newest?.messages).toEqual(talk(long, 'Akhir'))
    await keep(who, [{ role: 'user', content: 'y'.repeat(KEPT_CHARACTERS_MAX + 1) }])
    expect((await kept(who))[0]?.messages).toHaveLength(1)
  })

  it('makes room for new ones, of the same user only', async () => {
    const who = await person('patient')
    await rows(
      `INSERT INTO assistant_conversations (id, user_id, title, messages, updated_at)
       SELECT gen_random_uuid(), $1, 'lama', '[]', now() - make_interval(mins => n)
         FROM generate_series(1, $2::int) AS n`,
      who.id,
      KEPT_TALKS_MAX,
    )
    const mine = (await kept(me)).length
    await keep(who, talk('Baru'))
    const { body } = await api('GET', `${PATH}/count`, { token: who.token })
    expect(body).toEqual({ totalDocs: KEPT_TALKS_MAX })
    expect((await kept(who))[0]?.title).toBe('Baru')
    expect(await kept(me)).toHaveLength(mine)
  })
})

describe('nothing is kept', () => {
  const count = async (): Promise<number> =>
    (await rows<{ n: number }>('SELECT count(*)::int AS n FROM assistant_conversations'))[0]!.n

  it('of guests, of empty talks, and of users who are gone', async () => {
    const before = await count()
    await keepTalk(await systemRequest(), { id: null, messages: talk('Tamu') })
    await keep(me, [])
    const gone = await person('patient')
    await rows('DELETE FROM users WHERE id = $1', gone.id)
    await keep(gone, talk('Sudah pergi'))
    expect(await count()).toBe(before)
  })

  it('that its user deletes, over REST or GraphQL, or that goes with its user', async () => {
    const who = await person('patient')
    await keep(who, talk('Satu'))
    await keep(who, talk('Dua'))
    const [two, one] = await kept(who)
    const { status } = await api('DELETE', `${PATH}/${one?.id}`, { token: who.token })
    expect(status).toBe(200)
    const { body } = await graphql(
      `mutation { deleteAssistantConversation(id: "${two?.id}") { id } }`,
      { token: who.token },
    )
    expect(body).toEqual({ data: { deleteAssistantConversation: { id: two?.id } } })
    expect(await kept(who)).toEqual([])

    const before = await count()
    await keep(who, talk('Tiga'))
    const admin = await person('admin')
    const deleted = await api('DELETE', `/users/${who.id}`, { token: admin.token })
    expect(deleted.status).toBe(200)
    expect(await count()).toBe(before)
  })

  it('for more than a year after its last message', async () => {
    const who = await person('patient')
    await keep(who, talk('Lama'))
    await keep(who, talk('Baru'))
    const [, old] = await kept(who)
    const age = async (months: number) =>
      rows(
        `UPDATE assistant_conversations SET updated_at = now() - make_interval(months => $2)
          WHERE id = $1`,
        old?.id,
        months,
      )
    await age(11)
    await forgetOldTalks(await testPayload())
    expect(await kept(who)).toHaveLength(2)
    await age(13)
    await forgetOldTalks(await testPayload())
    expect((await kept(who)).map(({ title }) => title)).toEqual(['Baru'])
  })
})
