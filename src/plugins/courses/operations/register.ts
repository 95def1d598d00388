import type { PayloadRequest } from 'payload'

import type { Settled } from '@/plugins/payments/contract'
import type { AgendaRegistration, Transaction } from '@/payload-types'

import { findSeat, hasFreeSeat, lockAgenda, lockSeatOf } from '../seats.sql'
import { userOf } from './enroll'

type State = Pick<AgendaRegistration, 'status' | 'confirmedAt'>

const refuse = (reason: string): Settled => ({ isGiven: false, reason })

/** Changes a registration that this transaction has locked. */
export const changeSeat = async (req: PayloadRequest, id: number, data: State): Promise<void> => {
  await req.payload.update({
    collection: 'agenda-registrations',
    id,
    data,
    depth: 0,
    req,
    overrideAccess: true,
  })
}

/** Makes the registration of a transaction. */
export const makeSeat = async (
  req: PayloadRequest,
  transaction: Transaction,
  state: State,
): Promise<void> => {
  const { id, itemId: agenda } = transaction
  await req.payload.create({
    collection: 'agenda-registrations',
    data: { user: userOf(transaction), agenda, transaction: id, ...state },
    depth: 0,
    req,
    overrideAccess: true,
  })
}

const confirmed = (): State => ({ status: 'CONFIRMED', confirmedAt: new Date().toISOString() })

/** Confirms the seat of who has paid, once; takes one again where it was given up; says why it cannot. */
export const confirmSeat = async (
  req: PayloadRequest,
  transaction: Transaction,
): Promise<Settled> => {
  const { id, itemId: agenda } = transaction
  const user = userOf(transaction)
  const found = await lockAgenda(req, agenda)
  if (!found) return refuse('Agenda ini sudah dihapus.')
  const own = await lockSeatOf(req, id)
  if (own?.status === 'PENDING') {
    await changeSeat(req, own.id, confirmed())
    return { isGiven: true }
  }
  if (found.isOver) return refuse('Agenda ini sudah berakhir.')
  if (await findSeat(req, user, agenda)) return refuse('Pasien ini sudah terdaftar di agenda ini.')
  if (!(await hasFreeSeat(req, agenda, user))) return refuse('Kuota agenda ini sudah penuh.')
  if (own) await changeSeat(req, own.id, confirmed())
  else await makeSeat(req, transaction, confirmed())
  return { isGiven: true }
}
