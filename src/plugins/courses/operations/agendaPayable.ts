import type { PayloadRequest } from 'payload'

import { isUuid } from '@/lib/uuid'
import type { Payable, Quote } from '@/plugins/payments/contract'

import { agendaFull, agendaNotFound, agendaOver, alreadyRegistered, couponInvalid } from '../errors'
import type { CoursesOptions } from '../index'
import { snapshotOfAgenda } from '../present'
import type { AgendaRow } from '../seats.sql'
import { findSeat, hasFreeSeat, lockAgenda, lockSeatOf } from '../seats.sql'
import { itemOf } from './itemOf'
import { changeSeat, confirmSeat, makeSeat } from './register'

/** @throws {ApiError} 404 for what is no published agenda */
const lockPublished = async (req: PayloadRequest, id: string): Promise<AgendaRow> => {
  const agenda = isUuid(id) ? await lockAgenda(req, id.toLowerCase()) : null
  if (!agenda?.isPublished) throw agendaNotFound()
  return agenda
}

/** An agenda that is on offer to somebody; locked. @throws {ApiError} 404, 400 */
const lockOffered = async (req: PayloadRequest, user: number, id: string): Promise<AgendaRow> => {
  const agenda = await lockPublished(req, id)
  if ((await findSeat(req, user, agenda.id))?.status === 'CONFIRMED') throw alreadyRegistered()
  if (agenda.isOver) throw agendaOver()
  return agenda
}

const cancelled = { status: 'CANCELLED' as const }

/** An agenda as something that is paid for; its seat is held while paying. Coupons are for courses. */
export const agendaPayable = ({ serverUrl }: CoursesOptions): Payable => ({
  type: 'agenda',
  collection: 'agendas',

  quote: async ({ req, user, item }): Promise<Quote> => {
    const agenda = await lockOffered(req, user, item.id)
    if (!(await hasFreeSeat(req, agenda.id, user))) throw agendaFull()
    if (item.couponCode?.trim()) throw couponInvalid()
    return {
      title: agenda.title,
      snapshot: snapshotOfAgenda(agenda, serverUrl),
      originalAmount: agenda.price,
      discount: 0,
      amount: agenda.price,
      coupon: null,
      payBy: new Date(agenda.endsAt ?? agenda.startsAt),
    }
  },

  recheck: async ({ req, user, item }) => {
    await lockOffered(req, user, item.id)
  },

  hold: async ({ req, transaction }) => {
    if ((await lockSeatOf(req, transaction.id))?.status === 'PENDING') return
    await makeSeat(req, transaction, { status: 'PENDING' })
  },

  settle: async ({ req, transaction }) => confirmSeat(req, transaction),

  release: async ({ req, transaction }) => {
    const seat = await lockSeatOf(req, transaction.id)
    if (seat?.status === 'PENDING') await changeSeat(req, seat.id, cancelled)
  },

  revoke: async ({ req, transaction }) => {
    const seat = await lockSeatOf(req, transaction.id)
    if (seat && seat.status !== 'CANCELLED') await changeSeat(req, seat.id, cancelled)
  },

  parse: itemOf('agenda'),
  refusals: [agendaNotFound, alreadyRegistered, agendaFull, agendaOver, couponInvalid],
  alreadyPaid: alreadyRegistered,
})
