import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'

import { networkOf } from '@/plugins/assistant/operations/countQuota'

import { startInstance } from '../realtime/instance'
import { asks, blocked, call, failure, refuse, said, text, wait } from '../support/gemini'
import { untilBlocked } from '../support/locks'
import type { Person } from '../support/people'
import type { Assistant } from './support'
import { ask, startAssistant } from './support'

const TOKEN = 'a token of the metrics'
const NO_LIMITS = { user: 100_000, guest: 100_000, address: 100_000, total: 100_000 }
const USED_UP = 'Kuota asisten untuk hari ini sudah habis, silakan coba lagi besok.'

let assistant: Assistant
beforeAll(async () => {
  assistant = await startAssistant({ METRICS_TOKEN: TOKEN })
})
afterAll(() => assistant.stop())
beforeEach(async () => {
  assistant.gemini.reset()
  await assistant.server.database.query('DELETE FROM assistant_quotas')
})

const allow = async (quotas: Partial<typeof NO_LIMITS>, more: object = {}) =>
  assistant.set({ quotas: { ...NO_LIMITS, ...quotas }, ...more })

type Options = Parameters<Assistant['chat']>[1]
const status = async (options: Options, body: unknown = ask('Halo')): Promise<number> => {
  const answer = await assistant.chat(body, options)
  await answer.text()
  return answer.status
}
const countOf = (all: number[], one: number): number => all.filter((it) => it === one).length

const used = async (): Promise<Record<string, number>> => {
  const { rows } = await assistant.server.database.query<{ subject: string; used: number }>(
    'SELECT subject, used FROM assistant_quotas ORDER BY subject',
  )
  return Object.fromEntries(rows.map(({ subject, used: count }) => [subject, count]))
}

describe('a quota', () => {
  it('of a user, of an address and of everybody: the first that is used up refuses', async () => {
    const [one, other] = (await assistant.people('patient', 2)) as [Person, Person]
    await allow({ user: 2, address: 3 })
    const as = ({ token }: Person, from = '198.51.100.1') => ({ token, from })
    expect([await status(as(one)), await status(as(one)), await status(as(one))]).toEqual([
      200, 200, 429,
    ])
    expect([await status(as(other)), await status(as(other))]).toEqual([200, 429])
    expect(await status(as(other, '198.51.100.2'))).toBe(200)
    await allow({ total: 4 })
    expect(await status(as(other, '198.51.100.3'))).toBe(429)
    // A refusal counts nowhere, not for those whose quotas were not used up either.
    expect(await used()).toEqual({
      'address:198.51.100.1': 3,
      'address:198.51.100.2': 1,
      'address:198.51.100.3': 0,
      total: 4,
      [`user:${one.id}`]: 2,
      [`user:${other.id}`]: 2,
    })
  })

  it('says when its day is over, by the clock of the clinic', async () => {
    const { token } = await assistant.person()
    await allow({ total: 0 })
    const answer = await assistant.chat(ask('Halo'), { token })
    expect([answer.status, await answer.json()]).toEqual([429, { message: USED_UP }])
    const { rows } = await assistant.server.database.query<{ seconds: number }>(
      `SELECT extract(epoch FROM date_trunc('day', now() AT TIME ZONE 'Asia/Jakarta')
                + interval '1 day' - now() AT TIME ZONE 'Asia/Jakarta')::int AS seconds`,
    )
    const seconds = Number(answer.headers.get('Retry-After'))
    expect(Math.abs(seconds - (rows[0]?.seconds ?? 0))).toBeLessThan(600)
    expect(assistant.gemini.requests).toEqual([])
  })

  it('of guests is theirs alone, by address', async () => {
    await allow({ guest: 1 }, { guestsAllowed: true })
    const guest = { from: '203.0.113.7' }
    const { token } = await assistant.person()
    expect([await status(guest), await status(guest)]).toEqual([200, 429])
    expect(await status({ from: '203.0.113.8' })).toBe(200)
    expect(await status({ ...guest, token })).toBe(200)
    // A household has more addresses than anybody can count.
    expect(await status({ from: '2001:db8:0:1::1' })).toBe(200)
    expect(await status({ from: '2001:db8:0:1:ffff::2' })).toBe(429)
    await allow({}, { guestsAllowed: false })
  })

  it('holds whoever knocks at once, on two instances', async () => {
    const { gemini, server } = assistant
    const second = await startInstance(server.databaseUrl, gemini.env)
    const { id, token } = await assistant.person()
    await allow({ user: 7 })
    const knock = async (url: string) => {
      const answer = await fetch(`${url}/api/chat`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(ask('Halo')),
      })
      await answer.text()
      return answer.status
    }
    // Whoever counts first waits for the test: until then all that come have seen the same count.
    const holder = await server.database.connect()
    await holder.query('BEGIN')
    await holder.query(
      `INSERT INTO assistant_quotas (day, subject, used)
       VALUES ((now() AT TIME ZONE 'Asia/Jakarta')::date, $1, 0)`,
      [`user:${id}`],
    )
    const knocks = Array.from({ length: 50 }, async (_one, index) =>
      knock(index % 2 ? assistant.url : second.url),
    )
    await untilBlocked(8, server.databaseUrl)
    await holder.query('COMMIT')
    holder.release()
    const all = await Promise.all(knocks)
    await second.stop()
    expect([countOf(all, 200), countOf(all, 429)]).toEqual([7, 43])
    expect(gemini.requests).toHaveLength(7)
  })

  it('is given back where the model never answered, and only there', async () => {
    const { token } = await assistant.person()
    const { gemini } = assistant
    await allow({})
    gemini.always([refuse(400)])
    expect(await status({ token })).toBe(502)
    expect((await used()).total).toBe(0)
    gemini.will([...text('Halo '), failure(500)], [blocked()])
    await status({ token })
    await status({ token })
    expect((await used()).total).toBe(2)
    // Who goes away has asked nevertheless.
    gemini.will([wait(new Promise(() => undefined))])
    const leaving = new AbortController()
    const answer = assistant.chat(ask('Halo'), { token, signal: leaving.signal })
    await expect.poll(() => gemini.requests.length).toBe(4)
    leaving.abort()
    await expect(answer).rejects.toThrow()
    await gemini.requests[3]?.over
    expect((await used()).total).toBe(3)
  })

  it('is not asked for by advice in an emergency', async () => {
    const { token } = await assistant.person()
    await allow({ total: 0 })
    const answer = await assistant.chat(ask('dada saya nyeri dan sesak napas'), { token })
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('119')
    expect(assistant.gemini.requests).toEqual([])
  })

  it('stands beside a limit of what comes at once', async () => {
    const strict = await startAssistant({ RATE_LIMIT_FACTOR: '0.1' })
    try {
      const { token } = await strict.person()
      const tries = async (from: string) => {
        const answer = await strict.chat(ask('Halo'), { token, from })
        await answer.text()
        return [answer.status, Number(answer.headers.get('Retry-After')) > 0]
      }
      expect([await tries('198.51.100.1'), await tries('198.51.100.1')]).toEqual([
        [200, false],
        [200, false],
      ])
      expect([await tries('198.51.100.1'), await tries('198.51.100.1')]).toEqual([
        [200, false],
        [429, true],
      ])
      expect(await tries('198.51.100.2')).toEqual([200, false])
    } finally {
      await strict.stop()
    }
  })
})

it('the network of an address is the address, or what a household has of IPv6', () => {
  expect(
    [
      '203.0.113.7',
      'local',
      '::1',
      '::ffff:203.0.113.7',
      '2001:db8::1',
      '2001:0DB8:0:1:2:3:4:5',
      'fe80::1%eth0',
    ].map(networkOf),
  ).toEqual([
    '203.0.113.7',
    'local',
    '0:0:0:0::/64',
    '203.0.113.7',
    '2001:db8:0:0::/64',
    '2001:db8:0:1::/64',
    'fe80:0:0:0::/64',
  ])
})

describe('what was used', () => {
  it('is counted by day, and for Prometheus', async () => {
    const { gemini, server } = assistant
    const { database } = server
    await database.query('DELETE FROM assistant_usage')
    const { token } = await assistant.person()
    await allow({})
    gemini.will(
      said('Halo'),
      asks(call('search_obat', {})),
      said('Tidak ada.'),
      [blocked()],
      [...text('Halo '), failure(500)],
      [refuse(400)],
    )
    for (let count = 0; count < 5; count += 1) await status({ token })
    await status({ token }, ask('dada saya nyeri dan sesak napas'))
    await status({})
    const { rows } = await database.query(
      `SELECT requests, prompt_tokens::int AS prompt, completion_tokens::int AS completion, errors,
              blocked, day = (now() AT TIME ZONE 'Asia/Jakarta')::date AS "isToday"
         FROM assistant_usage`,
    )
    expect(rows).toEqual([
      { requests: 6, prompt: 16, completion: 6, errors: 2, blocked: 1, isToday: true },
    ])
    const metrics = await fetch(`${assistant.url}/metrics`, {
      headers: { Authorization: `Bearer ${TOKEN}` },
    })
    const lines = (await metrics.text()).split('\n')
    for (const outcome of ['answered', 'emergency', 'blocked', 'failed', 'aborted', 'refused']) {
      expect(lines).toContainEqual(
        expect.stringMatching(
          new RegExp(`^sehat_assistant_requests_total\\{outcome="${outcome}"\\} [1-9]`),
        ),
      )
    }
    expect(lines).toContainEqual(
      expect.stringMatching(/^sehat_assistant_tokens_total\{kind="prompt"\} [1-9]/),
    )
    expect(lines).toContainEqual(
      expect.stringMatching(/^sehat_assistant_first_token_seconds_count [1-9]/),
    )
  })
})
