import { describe, expect, it } from 'vitest'

import { refusalOf, sayWhen } from './ask'
import { readTalk, writeTalk } from './keeping'
import type { Talk } from './talk'
import {
  askedAgain,
  heard,
  historyOf,
  isUnderWay,
  keptTalk,
  newTalk,
  refused,
  stopped,
  withQuestion,
} from './talk'

const REFUSAL = { message: 'Gagal.', canRetry: true, needsSignIn: false }

const answered = (talk: Talk, ...texts: string[]): Talk =>
  heard(
    texts.reduce((so, text) => heard(so, { kind: 'text', text }), talk),
    { kind: 'end', reason: 'stop' },
  )
const lastOf = ({ messages }: Talk) => messages.at(-1)

describe('a talk', () => {
  it('is asked, heard piece by piece, and answered', () => {
    const asked = withQuestion(newTalk(), 'Ada sirup?')
    expect([isUnderWay(asked), lastOf(asked)?.state]).toEqual([true, 'waiting'])
    const talk = answered(asked, 'Ada, ', 'dua.')
    expect([isUnderWay(talk), lastOf(talk)]).toEqual([
      false,
      expect.objectContaining({ content: 'Ada, dua.', state: 'done', refusal: null }),
    ])
    expect(historyOf(withQuestion(talk, 'Harganya?'))).toEqual([
      { role: 'user', content: 'Ada sirup?' },
      { role: 'assistant', content: 'Ada, dua.' },
      { role: 'user', content: 'Harganya?' },
    ])
  })

  it('keeps what came of an answer that broke off or was stopped, and asks for it anew', () => {
    const asked = withQuestion(newTalk(), 'Ada sirup?')
    const some = heard(asked, { kind: 'text', text: 'Ad' })
    for (const talk of [
      stopped(some),
      refused(some, REFUSAL),
      heard(some, { kind: 'failure', message: 'Gagal.' }),
    ]) {
      expect([isUnderWay(talk), lastOf(talk)?.content]).toEqual([false, 'Ad'])
      expect(historyOf(askedAgain(talk))).toEqual([{ role: 'user', content: 'Ada sirup?' }])
    }
  })

  it('has no answer that says nothing, and says where one was cut', () => {
    const asked = withQuestion(newTalk(), 'Ada sirup?')
    expect(lastOf(answered(asked, ' '))).toMatchObject({
      state: 'failed',
      refusal: { canRetry: true },
    })
    const long = heard(heard(asked, { kind: 'text', text: 'Ad' }), {
      kind: 'end',
      reason: 'length',
    })
    expect(lastOf(long)).toMatchObject({ state: 'done', refusal: { canRetry: false } })
  })

  it('sets an emergency apart, and nothing else', () => {
    const asked = withQuestion(newTalk(), 'Nyeri dada')
    const marked = (mark: string) => lastOf(heard(asked, { kind: 'mark', mark }))?.isEmergency
    expect([marked('emergency'), marked('x')]).toEqual([true, false])
  })
})

/** As a browser has it. */
const storageOf = (content = new Map<string, string>()): Storage =>
  ({
    getItem: (key: string) => content.get(key) ?? null,
    setItem: (key: string, value: string) => void content.set(key, value),
    removeItem: (key: string) => void content.delete(key),
    get length() {
      return content.size
    },
  }) as Storage

describe('the talk of a tab', () => {
  const talk = answered(withQuestion(newTalk(), 'Ada sirup?'), 'Ada.')

  it('is there after a reload; an answer that was under way is stopped then', () => {
    const storage = storageOf()
    writeTalk(() => storage, '7', talk)
    expect(readTalk(() => storage, '7')).toEqual(talk)
    writeTalk(() => storage, '7', withQuestion(talk, 'Harganya?'))
    expect(lastOf(readTalk(() => storage, '7')!)?.state).toBe('stopped')
  })

  it('is thrown away for somebody else', () => {
    const storage = storageOf()
    writeTalk(() => storage, '7', talk)
    expect(readTalk(() => storage, 'tamu')).toBeNull()
    expect(storage).toHaveLength(0)
  })

  it.each([
    '',
    '{',
    'null',
    '7',
    '{"owner":"7"}',
    '{"owner":"7","talk":{"id":"x","messages":[7]}}',
  ])('is a new one where %s was kept', (kept) => {
    const storage = storageOf(new Map([['sehat:asisten', kept]]))
    expect(readTalk(() => storage, '7')).toBeNull()
  })

  it('goes on where the browser keeps nothing', () => {
    const forbidden = (): Storage => {
      throw new DOMException('denied', 'SecurityError')
    }
    expect(readTalk(forbidden, '7')).toBeNull()
    expect(() => writeTalk(forbidden, '7', talk)).not.toThrow()
  })

  it('is one’s own where it was opened from what is kept', () => {
    const opened = keptTalk('k1', [{ role: 'user', content: 'Ada sirup?' }])
    expect(opened).toMatchObject({ id: 'k1', consent: true, messages: [{ state: 'done' }] })
  })
})

describe('what an answer says that is none', () => {
  const NOW = new Date(2026, 10, 21, 10, 30)
  const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
    refusalOf(new Response(JSON.stringify(body), { status, headers }), NOW)

  it('is told as it is, with what to do', async () => {
    expect(await answer(503, { message: 'Asisten sedang dimatikan' })).toEqual({
      message: 'Asisten sedang dimatikan',
      canRetry: true,
      needsSignIn: false,
    })
    expect(await answer(429, { message: 'Habis.' }, { 'Retry-After': '20' })).toMatchObject({
      message: 'Habis. Coba lagi dalam 20 detik.',
    })
    expect(await answer(401, { message: 'Unauthenticated.' })).toMatchObject({ needsSignIn: true })
    expect(
      await answer(422, { message: 'x', errors: { 'messages.0': ['Pesan terlalu panjang.'] } }),
    ).toEqual({ message: 'Pesan terlalu panjang.', canRetry: false, needsSignIn: false })
    const page = await refusalOf(new Response('<html>', { status: 502 }), NOW)
    expect(page.message).toBe('Asisten tidak dapat menjawab sekarang.')
  })

  it.each([
    [1, 'dalam 1 detik'],
    [60, 'dalam 60 detik'],
    [61, 'dalam 2 menit'],
    [3599, 'dalam 60 menit'],
    [3600, 'pukul 11.30'],
    [48_600, 'pukul 00.00'],
  ])('tells when to come again: %i seconds', (seconds, words) => {
    expect(sayWhen(seconds, NOW)).toBe(words)
  })
})
