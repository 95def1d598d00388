import type { PayloadRequest } from 'payload'

import type { FieldErrors } from '@/lib/apiError'
import { ApiError } from '@/lib/apiError'
import { clinicZone } from '@/lib/clinicZone'

import { DOSE_MAX, PRESCRIBED_LINES_MAX, PRESCRIPTION_VALID_DAYS, QUANTITY_MAX } from '../constants'
import { endOfDayAfter, findActiveObat } from '../prescriptions.sql'

type Item = { obat: number; quantity: number; dose: string; note: string | null }

type NewPrescription = {
  patient: number
  doctor: { id: number; name: string }
  consultation: number
  items: Item[]
}

const invalid = (errors: FieldErrors): ApiError => {
  const [first] = Object.values(errors)
  return new ApiError(422, first?.[0] ?? '', { errors })
}

const faultsOf = (
  { obat, quantity, dose, note }: Item,
  isOnSale: boolean,
  isAgain: boolean,
): Record<string, string | false> => ({
  obat: (!isOnSale && `Obat ${obat} tidak ditemukan.`) || (isAgain && 'Obat ini sudah diresepkan.'),
  quantity:
    !Number.isInteger(quantity) || quantity < 1
      ? 'Jumlah harus bilangan bulat mulai dari 1.'
      : quantity > QUANTITY_MAX && `Jumlah maksimal ${QUANTITY_MAX}.`,
  dose:
    (!dose.trim() && 'Dosis wajib diisi.') ||
    (dose.length > DOSE_MAX && `Dosis maksimal ${DOSE_MAX} karakter.`),
  note: (note?.length ?? 0) > DOSE_MAX && `Catatan maksimal ${DOSE_MAX} karakter.`,
})

/** @throws {ApiError} 422 with each fault at its line: `items.0.dose` */
const checkItems = (items: Item[], onSale: Set<number>): void => {
  const errors: FieldErrors = {}
  for (const [index, item] of items.entries()) {
    const isAgain = items.findIndex(({ obat }) => obat === item.obat) < index
    for (const [field, fault] of Object.entries(faultsOf(item, onSale.has(item.obat), isAgain))) {
      if (fault) errors[`items.${index}.${field}`] = [fault]
    }
  }
  if (Object.keys(errors).length > 0) throw invalid(errors)
}

const ID_MAX = 2_147_483_647

/**
 * Writes an e-prescription of the signed-in doctor, in the transaction of `req`. It is valid for 30 days
 * of the clinic's, today not counted. Whoever calls has seen that the doctor may, and tells the patient.
 * @returns its id
 * @throws {ApiError} 422: no lines or too many, obat unknown, inactive or twice, no whole quantity, no dose
 */
export const issuePrescription = async (
  req: PayloadRequest,
  { patient, doctor, consultation, items }: NewPrescription,
): Promise<{ id: number }> => {
  if (items.length === 0 || items.length > PRESCRIBED_LINES_MAX) {
    throw invalid({ items: [`Resep berisi 1 sampai ${PRESCRIBED_LINES_MAX} obat.`] })
  }
  const ids = items
    .map(({ obat }) => obat)
    .filter((id) => Number.isInteger(id) && id > 0 && id <= ID_MAX)
  checkItems(items, await findActiveObat(req, ids))
  const { id } = await req.payload.create({
    collection: 'prescriptions',
    data: {
      patient,
      doctor: doctor.id,
      doctorName: doctor.name,
      consultation,
      issuedBy: req.user?.id ?? null,
      items: items.map(({ obat, quantity, dose, note }) => ({
        obat,
        quantity,
        used: 0,
        dose: dose.trim(),
        note: note?.trim() || null,
      })),
      validUntil: await endOfDayAfter(req, PRESCRIPTION_VALID_DAYS, clinicZone(req)),
    },
    depth: 0,
    req,
    overrideAccess: true,
  })
  return { id }
}
