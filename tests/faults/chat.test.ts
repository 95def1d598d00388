import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { databaseOf, makeConsultation, makeDoctor } from '@/plugins/consultations/testing'

import { person, rows } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import type { Wire } from '../support/wire'
import { layWire } from '../support/wire'
import type { Chatter } from './chatter'
import { startChatter } from './chatter'

const EACH = 1_000
const CUTS = 100
const KILLS = 5
/** Each start of a server takes seconds, and many on a machine that is busy. */
const PATIENCE_MS = 600_000

describe('a chat whose wire is cut and whose server is killed', () => {
  let server: RunningServer
  let wire: Wire
  let chatters: [Chatter, Chatter]
  let consultation: number

  const start = async (): Promise<RunningServer> => {
    const started = await startServer({ databaseUrl: process.env.DATABASE_URL ?? '' })
    wire.lead(started.url)
    return started
  }

  beforeAll(async () => {
    const database = databaseOf(await testPayload())
    const [patient, user] = [await person('patient'), await person('doctor')]
    const doctor = await makeDoctor(database, { user: user.id })
    consultation = await makeConsultation(database, { patient: patient.id, doctor: doctor.id })
    wire = await layWire()
    server = await start()
    chatters = [
      startChatter(wire.url, { token: patient.token, consultation, prefix: 'pasien' }),
      startChatter(wire.url, { token: user.token, consultation, prefix: 'dokter' }),
    ]
  })
  afterAll(async () => {
    for (const chatter of chatters ?? []) chatter.close()
    await wire?.close()
    await server?.stop('SIGKILL')
  })

  it(
    'loses nothing, doubles nothing, and keeps the order',
    async () => {
      const total = 2 * EACH
      const acknowledged = () => chatters[0].acknowledged.size + chatters[1].acknowledged.size
      const reaching = async (count: number): Promise<void> => {
        const isThere = () => acknowledged() >= count
        await Promise.race(chatters.map(async (chatter) => chatter.until(isThere)))
      }
      for (const chatter of chatters) chatter.say(EACH)

      const step = total / (CUTS + 1)
      for (let cut = 1; cut <= CUTS; cut += 1) {
        await reaching(Math.floor(cut * step))
        if (cut % (CUTS / KILLS) === CUTS / KILLS / 2) {
          wire.lead(null)
          await server.stop('SIGKILL')
          server = await start()
        } else wire.cut()
      }
      for (const chatter of chatters) {
        await chatter.until(
          () => chatter.acknowledged.size === EACH && chatter.received.length >= total,
        )
      }

      const stored = await rows<{ seq: number; clientId: string }>(
        `SELECT seq::int, client_id AS "clientId" FROM messages WHERE consultation_id = $1 ORDER BY seq`,
        consultation,
      )
      const numbers = Array.from({ length: total }, (_, index) => index + 1)
      expect(stored.map(({ seq }) => seq)).toEqual(numbers)
      const numberOf = new Map(stored.map(({ seq, clientId }) => [clientId, seq]))
      for (const [index, prefix] of ['pasien', 'dokter'].entries()) {
        const { acknowledged: acked, received, refusals } = chatters[index]!
        expect(refusals).toEqual([])
        expect(received).toEqual(numbers)
        for (const [name, seq] of acked) expect([name, numberOf.get(name)]).toEqual([name, seq])
        const own = stored.filter(({ clientId }) => clientId.startsWith(prefix))
        expect(own.map(({ clientId }) => clientId)).toEqual(
          Array.from({ length: EACH }, (_, number) => `${prefix}-${number}`),
        )
      }
      expect(chatters[0].connections()).toBeGreaterThan(CUTS)
    },
    PATIENCE_MS,
  )
})
