import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { withTransaction } from '@/database/transactions'
import type { Sweeper } from '@/lib/sweeper'
import { notify } from '@/plugins/notifications'

import { SERVER_EVENTS } from './constants'
import type { ConsultationRow } from './consultations.sql'
import { readConsultations } from './consultations.sql'
import { observeLag } from './metrics'
import { announce } from './operations/openConsultation'
import { tellBoth, tellStatus } from './operations/tellStatus'
import type { Claimed } from './sweeping.sql'
import { claimAbandoned, claimBegun, claimEnding, claimOver, findAdmins } from './sweeping.sql'

const SECOND_MS = 1000
const BATCH = 50

type Claim = (req: PayloadRequest, limit: number) => Promise<Claimed[]>
type Tell = (req: PayloadRequest, consultation: ConsultationRow) => Promise<void>

/**
 * Works off what is due, in batches; each batch is one transaction, and is told after its commit.
 * @returns how many there were
 */
const sweep =
  (work: string, claim: Claim, tell: Tell) =>
  async (payload: Payload): Promise<number> => {
    for (let done = 0; ;) {
      const req = await createLocalReq({}, payload)
      const claimed = await withTransaction(req, async () => {
        const due = await claim(req, BATCH)
        const rows = await readConsultations(
          req,
          due.map(({ id }) => id),
        )
        for (const row of rows) await tell(req, row)
        return due
      })
      for (const { lag } of claimed) observeLag(payload, work, lag)
      done += claimed.length
      if (claimed.length < BATCH) return done
    }
  }

/** Lets those end whose time is over; nothing could be said in them any more anyway. */
export const expireConsultations = sweep('end', claimOver, tellStatus)

/** Lets those begin that were scheduled; what is said from that moment on was let in anyway. */
export const openScheduled = sweep('open', claimBegun, async (req, row) => {
  await tellStatus(req, row)
  await announce(req, row)
})

const MS_PER_SECOND = 1000

/** Announces the end, once, five minutes before it. */
export const warnEnding = sweep('announce', claimEnding, async (req, row) =>
  tellBoth(req, row, SERVER_EVENTS.expiring, {
    consultation_id: row.id,
    expires_at: row.expiresAt.toISOString(),
    remaining_seconds: Math.max(
      0,
      Math.ceil((row.expiresAt.getTime() - row.readAt.getTime()) / MS_PER_SECOND),
    ),
  }),
)

/** Admins see which consultations got no answer, so that they may give the money back. */
export const closeAbandoned = sweep('close', claimAbandoned, async (req, row) => {
  for (const user of await findAdmins(req)) {
    await notify(req, {
      user,
      kind: 'consultation-abandoned',
      title: 'Konsultasi tanpa jawaban',
      body: `Konsultasi #${row.id} (${row.patientName} dengan ${row.doctorName}) berakhir tanpa jawaban dokter. Periksa apakah dananya perlu dikembalikan.`,
      data: { consultation: row.id },
      key: `consultation-abandoned:${row.id}:${user}`,
    })
  }
})

const runOf = (work: (payload: Payload) => Promise<number>) => async (payload: Payload) => {
  await work(payload)
}

export const sweepers: Sweeper[] = [
  { name: 'expire-consultations', everyMs: SECOND_MS, run: runOf(expireConsultations) },
  { name: 'open-consultations', everyMs: SECOND_MS, run: runOf(openScheduled) },
  { name: 'warn-consultations', everyMs: SECOND_MS, run: runOf(warnEnding) },
  { name: 'close-consultations', everyMs: 5 * SECOND_MS, run: runOf(closeAbandoned) },
]
