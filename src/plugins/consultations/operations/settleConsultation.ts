import type { PayloadRequest } from 'payload'

import { clinicZone } from '@/lib/clinicZone'
import type { Transaction } from '@/payload-types'
import type { Settled } from '@/plugins/payments/contract'

import { lockConsultationOf } from '../consultations.sql'
import { lockDoctor, readHours } from '../doctors.sql'
import { isOnDuty, nextBeginning } from '../duty'
import { countTaken, dropHold, isInSession } from '../places.sql'
import { openConsultation } from './openConsultation'

export const userOf = ({ user }: Pick<Transaction, 'user'>): number =>
  Number(typeof user === 'object' ? user?.id : user)

const refuse = (reason: string): Settled => ({ isGiven: false, reason })

/** When it can begin: now (`startsAt` is null), with the next hours, or never. */
const beginningOf = async (
  req: PayloadRequest,
  doctor: number,
): Promise<{ at: Date; startsAt: Date | null } | null> => {
  const { hours, now } = await readHours(req, doctor)
  const zone = clinicZone(req)
  if (isOnDuty(hours, now, zone)) return { at: now, startsAt: null }
  const next = nextBeginning(hours, now, zone)
  return next && { at: next, startsAt: next }
}

/**
 * Opens the consultation that was paid for, once: now, or with the doctor's next hours. Money that comes
 * after its place was given up takes one again, if one is left; what cannot be given is an answer.
 */
export const settleConsultation = async (
  req: PayloadRequest,
  transaction: Transaction,
): Promise<Settled> => {
  const doctor = await lockDoctor(req, Number(transaction.itemId))
  if (!doctor) return refuse('Dokter ini sudah tidak ada.')
  const opened = await lockConsultationOf(req, transaction.id)
  if (opened?.isTakenBack) return refuse('Konsultasinya sudah dibatalkan bersama pembayarannya.')
  if (opened) return { isGiven: true }
  const pair = { doctor: doctor.id, patient: userOf(transaction) }
  const isHeld = await dropHold(req, transaction.id)
  if (!doctor.isActive) return refuse('Dokter ini sudah tidak aktif.')
  if (await isInSession(req, pair)) {
    return refuse('Pasien ini masih memiliki konsultasi dengan dokter ini.')
  }
  const beginning = await beginningOf(req, doctor.id)
  if (!beginning) return refuse('Dokter ini tidak memiliki jadwal praktik lagi.')
  const isFree = async () =>
    (await countTaken(req, { ...pair, at: beginning.at })) < doctor.maxConcurrent
  if (!isHeld && !(await isFree())) return refuse('Dokter ini sedang penuh.')
  const { startsAt } = beginning
  await openConsultation(req, { ...pair, transaction: transaction.id, startsAt })
  return { isGiven: true }
}
