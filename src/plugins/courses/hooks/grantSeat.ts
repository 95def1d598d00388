import type { CollectionBeforeChangeHook } from 'payload'

import type { AgendaRegistration } from '@/payload-types'

import { grantedAgendaNotFound, hasSeat, noSeatLeft } from '../errors'
import { grantOf, idNamed } from '../operations/grantOf'
import { findSeat, hasFreeSeat, lockAgenda } from '../seats.sql'

/** A registration without a transaction is an admin's grant: with a reason, to a patient, for a seat. */
export const grantSeat: CollectionBeforeChangeHook<AgendaRegistration> = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || data.transaction) return data
  const { user, ...grant } = await grantOf(req, data)
  const agenda = String(idNamed(data.agenda))
  if (!(await lockAgenda(req, agenda))) throw grantedAgendaNotFound()
  if (await findSeat(req, user, agenda)) throw hasSeat()
  if (!(await hasFreeSeat(req, agenda, user))) throw noSeatLeft()
  const confirmedAt = new Date().toISOString()
  return { ...data, ...grant, user, agenda, status: 'CONFIRMED', confirmedAt }
}
