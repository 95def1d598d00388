import { cardKind, cardPicture, cardText } from '@/lib/cardKind'
import { clinicZone } from '@/lib/clinicZone'
import { showRupiah } from '@/lib/panel/showRupiah'
import type { PublicCard } from '@/lib/publicCard'
import type { Doctor } from '@/payload-types'

import { CONSULTATION_MINUTES } from './constants'
import { sayTime } from '@/lib/sayTime'

const dutyOf = ({ onDuty, nextAvailableAt }: Doctor, zone: string): string => {
  if (onDuty) return 'Sedang praktik'
  return nextAvailableAt
    ? `Praktik berikutnya ${sayTime(new Date(nextAvailableAt), zone)}`
    : 'Tidak sedang praktik'
}

const cardOf = (doctor: Doctor, zone: string): PublicCard => ({
  title: doctor.name,
  subtitle: doctor.specialization,
  text: cardText(doctor.bio),
  picture: cardPicture(doctor.photo, doctor.name),
  facts: [
    { label: 'Jadwal', value: dutyOf(doctor, zone) },
    {
      label: 'Biaya konsultasi',
      value: `${showRupiah(doctor.fee)} per ${CONSULTATION_MINUTES} menit`,
    },
  ],
  url: `/dokter/${doctor.id}`,
  payment: doctor.onDuty ? { label: 'Mulai konsultasi', body: { doctor_id: doctor.id } } : null,
})

/** Doctors who give consultations: of what, for how much, and when. */
export const doctorCards = cardKind({
  name: 'dokter',
  collection: 'doctors',
  keyField: 'id',
  onOffer: { active: { equals: true } },
  present: (req, docs) => docs.map((doctor) => cardOf(doctor, clinicZone(req))),
})
