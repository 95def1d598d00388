import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'

import type { Role } from '@/access/roles'
import { ROLES } from '@/access/roles'
import type { Contract } from '@/lib/contract'

import type { Answer } from './api'
import { person, rows } from './apotek'
import { testPayload } from './payload'
import type { Person } from './people'
import type { Call, Reference } from './reference'
import { createReference, listContracts, messageOf } from './reference'

/** Holds a part of the API to its description: what all endpoints answer, and that nothing of it is unseen. */

/** Answered by the server's HTTP layer, or by limits: tests/server/apiDocs.test.ts sees to these. */
const ELSEWHERE = new Set(['413', '415', '429', 'default'])

const NONSENSE = { page: 'x', per_page: 'x' }

/** What is paid through the gateway, and what is told of it: parted from all else. */
export const isOfCheckout = (key: string): boolean =>
  /^\w+ \/api\/(?:v1|payments|transactions|notifications|coupons)\b/.test(key)

/** The chat of consultations. */
export const isOfChat = (key: string): boolean =>
  /^\w+ \/api\/chats\/(?:messages$|consultation\/\{id\}\/(?:messages|status|read)$)/.test(key)

/** The assistant, and what is told of its use. */
export const isOfAssistant = (key: string): boolean => /^\w+ \/api\/(?:chat|assistant)\b/.test(key)

/** Doctors and consultations, but for what is said in them. */
export const isOfConsultations = (key: string): boolean =>
  /^\w+ \/api\/(?:consultations|doctors|chats\/consultation\/\{id\}\/end)\b/.test(key)

/** The newsroom. */
export const isOfNews = (key: string): boolean =>
  /^\w+ \/api\/(?:news|categories|redirects)\b/.test(key)

/** Bills of examinations: contract clinic.md, but for its chat. */
export const isOfExaminations = (key: string): boolean =>
  /^\w+ \/api\/(?:payment(?:\/|$)|pemeriksaan\b)/.test(key)

export type Part = {
  reference: Reference
  contracts: [key: string, Contract][]
  everyone: Record<Role, Person>
  /** Calls an endpoint, which must answer with this status and, if it is given, this message. */
  expectAnswer: (
    key: string,
    call: Call,
    status: number,
    message?: string,
  ) => Promise<Answer['body']>
}

/** What differs between parts. */
export type Ways = {
  /** Two bodies that an endpoint with an `Idempotency-Key` can read. */
  bodiesFor: (key: string) => [unknown, unknown]
  /** The id of no document. */
  unknownId: number | string
  notFound: (key: string) => string
  nonsenseFor?: (key: string) => object
  /** What cannot be seen here, e.g. `403 Forbidden`. */
  unseen?: string
}

/** The endpoints that a part has, and somebody of each role. */
export const describedPart = async (isOfPart: (key: string) => boolean): Promise<Part> => {
  const reference = await createReference()
  const everyone = {} as Record<Role, Person>
  for (const role of ROLES) everyone[role] = await person(role)
  return {
    reference,
    contracts: listContracts(await testPayload()).filter(([key]) => isOfPart(key)),
    everyone,
    expectAnswer: async (key, call, status, message) => {
      const answer = await reference.call(key, call)
      expect([key, answer.status, message && messageOf(answer.body)]).toEqual([
        key,
        status,
        message,
      ])
      return answer.body
    },
  }
}

/** Whoever may call an endpoint. */
const welcome = ({ everyone }: Part, { roles }: Contract): string | undefined =>
  roles ? everyone[roles[0] ?? 'patient'].token : undefined

/** What every endpoint of its kind answers, whatever it is about. */
export const testWhatAllAnswer = (
  partOf: () => Part,
  { bodiesFor, unknownId, notFound, nonsenseFor = () => NONSENSE }: Ways,
): void => {
  describe('what all endpoints answer as described', () => {
    it('nobody: 401', async () => {
      const { contracts, expectAnswer } = partOf()
      for (const [key] of contracts.filter(([, { roles }]) => roles)) {
        await expectAnswer(key, {}, 401, 'Unauthenticated.')
      }
    })

    it('the wrong role: 403', async () => {
      const { contracts, everyone, expectAnswer } = partOf()
      for (const [key, { roles = [] }] of contracts) {
        const others = roles.length > 0 ? ROLES.filter((role) => !roles.includes(role)) : []
        for (const role of others) {
          await expectAnswer(key, { token: everyone[role].token }, 403, 'Forbidden')
        }
      }
    })

    it('a document that is not there: 404', async () => {
      const { contracts, reference, expectAnswer } = partOf()
      for (const [key, contract] of contracts) {
        const { responses } = reference.operationAt(key).operation
        if (!responses['404'] || !key.includes('{id}')) continue
        const body = contract.body ? { body: bodiesFor(key)[0] } : {}
        const call = { params: { id: unknownId }, token: welcome(partOf(), contract), ...body }
        await expectAnswer(key, call, 404, notFound(key))
      }
    })

    it('a body that cannot be read: 400 and 422', async () => {
      const { contracts, expectAnswer } = partOf()
      for (const [key, contract] of contracts.filter(([, { body }]) => body)) {
        const token = welcome(partOf(), contract)
        await expectAnswer(key, { token, text: '{' }, 400, 'JSON tidak valid.')
        const message = 'Isi permintaan harus berupa objek JSON.'
        await expectAnswer(key, { token, text: '[]' }, 422, message)
        const nonsense = nonsenseFor(key)
        const fault = contract.body?.safeParse(nonsense).error?.issues[0]
        if (fault) await expectAnswer(key, { token, body: nonsense }, 422, fault.message)
      }
    })

    it('a query that cannot be read: 422', async () => {
      const { contracts, expectAnswer } = partOf()
      for (const [key, contract] of contracts) {
        const names = contract.query instanceof z.ZodObject ? Object.keys(contract.query.shape) : []
        const nonsense = Object.fromEntries(names.map((name) => [name, 'x']))
        const fault = contract.query?.safeParse(nonsense).error?.issues[0]
        if (!fault) continue
        const query = `?${new URLSearchParams(nonsense).toString()}`
        await expectAnswer(key, { token: welcome(partOf(), contract), query }, 422, fault.message)
      }
    })

    it('an Idempotency-Key that is no good: 422', async () => {
      const { contracts, everyone, reference, expectAnswer } = partOf()
      for (const [key, contract] of contracts.filter(([, { isIdempotent }]) => isIdempotent)) {
        // A key is somebody's, also where nobody needs to sign in.
        const token = welcome(partOf(), contract) ?? everyone.patient.token
        const base = { token, params: { id: unknownId } }
        const withKey = (name: string) => ({ ...base, headers: { 'Idempotency-Key': name } })
        const [first, second] = contract.body ? bodiesFor(key) : []
        const long = { ...withKey('x'.repeat(256)), body: first }
        await expectAnswer(key, long, 422, 'Idempotency-Key terlalu panjang.')
        if (!contract.body) continue
        await reference.call(key, { ...withKey(key), body: first })
        const message = 'Idempotency-Key sudah dipakai untuk permintaan lain.'
        await expectAnswer(key, { ...withKey(key), body: second }, 422, message)
      }
    })

    describe('while nobody can be looked up', () => {
      afterEach(async () => {
        await rows('ALTER TABLE IF EXISTS users_sessions_away RENAME TO users_sessions')
      })

      it('503', async () => {
        const { contracts, expectAnswer } = partOf()
        await rows('ALTER TABLE users_sessions RENAME TO users_sessions_away')
        for (const [key, contract] of contracts.filter(([, { roles }]) => roles)) {
          const message = 'Server sedang sibuk, silakan coba lagi.'
          await expectAnswer(key, { token: welcome(partOf(), contract) }, 503, message)
        }
      })
    })
  })
}

/** What the panel's lists export. @param least how many lists a part has at least */
export const testExports = (partOf: () => Part, least: number): void => {
  it('exporting every list', async () => {
    const { contracts, everyone, expectAnswer } = partOf()
    const { token } = everyone.admin
    const exports = contracts.filter(([key]) => /^GET \/api\/[\w-]+\/export$/.test(key))
    expect(exports.length).toBeGreaterThanOrEqual(least)
    for (const [key] of exports) {
      await expectAnswer(key, { token }, 200)
      const filter = { token, query: '?where={"nonsense":{"equals":1}}' }
      await expectAnswer(key, filter, 400, 'Saringan atau urutan tidak dapat dibaca.')
      const columns = { token, query: '?columns=hash' }
      await expectAnswer(key, columns, 422, 'Tidak ada kolom yang dapat diekspor.')
    }
  })
}

type Example = { value: unknown }

/** `409 Gateway menolak: {why}` is promised, `409 Gateway menolak: 400 …` is an answer to it. */
const isAnswerTo = (promise: string, answer: string): boolean => {
  const [before = '', after] = promise.split(/\{\w+\}/)
  if (after === undefined) return promise === answer
  return answer.startsWith(before) && answer.endsWith(after)
}

/** Comes last in its file: everything that was promised has been seen by then. */
export const testCompleteness = (partOf: () => Part, { unseen = '' }: Partial<Ways> = {}): void => {
  const promised = (key: string): string[] => {
    const { responses } = partOf().reference.operationAt(key).operation
    return Object.entries(responses).flatMap(([status, { content = {} }]) => {
      if (ELSEWHERE.has(status)) return []
      const examples = Object.values(content['application/json']?.examples ?? {}) as Example[]
      if (examples.length === 0) return [status]
      return examples.map(({ value }) => `${status} ${messageOf(value)}`)
    })
  }

  const seen = (key: string): string[] =>
    [...(partOf().reference.answered.get(key) ?? [])].flatMap(([status, messages]) => [
      String(status),
      ...[...messages].map((message) => `${status} ${message}`),
    ])

  describe('the description is complete: it has been seen, all of it', () => {
    it('every status and every message that it promises was answered', () => {
      for (const [key] of partOf().contracts) {
        const answers = seen(key)
        const missing = promised(key).filter(
          (promise) => promise !== unseen && !answers.some((one) => isAnswerTo(promise, one)),
        )
        expect([key, missing]).toEqual([key, []])
      }
    })

    it('every refusal that was answered is promised; only what fields lack is not told one by one', () => {
      for (const [key] of partOf().contracts) {
        const promises = promised(key)
        const told = seen(key).filter((answer) => /^(?!422)[45]\d\d ./.test(answer))
        const surprising = told.filter(
          (one) => !promises.some((promise) => isAnswerTo(promise, one)),
        )
        expect([key, surprising]).toEqual([key, []])
      }
    })
  })
}
