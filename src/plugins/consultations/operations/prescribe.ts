import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import { notify } from '@/plugins/notifications'

import { prescribedAlready } from '../errors'
import type { ConsultationsOptions, PrescribedItem } from '../index'
import { lockOwnOver } from './ownConsultation'

/** What keeps prescriptions, where somebody does. */
export type Prescriptions = {
  issue: NonNullable<ConsultationsOptions['issuePrescription']>
  find: ConsultationsOptions['findPrescriptions']
}

/**
 * Issues the e-prescription of a consultation, by its doctor, after its end; once: what is sent twice does
 * not let the patient have twice as much. The patient is told.
 * @returns the prescription's id
 * @throws {ApiError} 404, 403, 409 when it is not over, or has one; what the issuer refuses
 */
export const prescribe = async (
  req: PayloadRequest,
  id: number | null,
  items: PrescribedItem[],
  { issue, find }: Prescriptions,
): Promise<number> =>
  withTransaction(req, async () => {
    const own = await lockOwnOver(req, id)
    if (((await find?.(req, [own.id])) ?? []).length > 0) throw prescribedAlready()
    const prescription = await issue(req, {
      patient: own.patient,
      doctor: { id: own.doctor, name: own.doctorName },
      consultation: own.id,
      items,
    })
    await notify(req, {
      user: own.patient,
      kind: 'prescription',
      title: 'Resep baru',
      body: `${own.doctorName} menulis resep untuk Anda. Obatnya dapat dipesan di apotek.`,
      data: { consultation: own.id, prescription: prescription.id },
      key: `prescription:${prescription.id}`,
    })
    return prescription.id
  })
