import type { Prescription } from '@/payload-types'

import type { DeskPrescription } from '../../deskSchemas'

/** A prescription as the generated API answers it (at depth 1), in the desk's names. */
export const presentDocument = ({
  id,
  patient,
  doctorName,
  createdAt,
  validUntil,
  items,
}: Prescription): DeskPrescription => ({
  id,
  patientName: typeof patient === 'object' ? patient.name : `#${patient}`,
  doctorName,
  issuedAt: createdAt,
  validUntil,
  items: items.map(({ obat, quantity, used, dose, note }) => ({
    ...(typeof obat === 'object'
      ? { obat: obat.id, name: obat.name, unit: obat.unit ?? null }
      : { obat, name: `#${obat}`, unit: null }),
    quantity,
    used,
    dose,
    note: note ?? null,
  })),
})
