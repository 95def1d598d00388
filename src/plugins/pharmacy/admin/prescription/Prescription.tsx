'use client'

import { Link, useConfig, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'
import { showDay } from '@/lib/panel/showDate'

import type { DeskPrescription } from '../../deskSchemas'
import styles from './Prescription.module.css'
import { WORDS } from './words'

/** An e-prescription: whose it is, who wrote it and when, what is on it, and how much of that is ordered. */
export const Prescription = ({ prescription }: { prescription: DeskPrescription }) => {
  const { i18n } = useTranslation()
  const { admin, routes } = useConfig().config
  const words = WORDS[languageOf(i18n)]
  const zone = admin.timezones.defaultTimezone ?? 'UTC'
  const { id, patientName, doctorName, issuedAt, validUntil, items } = prescription
  return (
    <section aria-label={words.title(id)} className={styles.prescription} data-prescription={id}>
      <h3>
        <Link href={`${routes.admin}/collections/prescriptions/${id}`}>{words.title(id)}</Link>
        {` · ${patientName}`}
      </h3>
      <p className={styles.quiet}>
        {words.issued(doctorName, showDay(issuedAt, zone), showDay(validUntil, zone))}
      </p>
      <ul>
        {items.map(({ obat, name, unit, quantity, used, dose, note }) => (
          <li key={obat}>
            <span>{name}</span>
            <span className={styles.used}>{words.ordered(used, quantity, unit ?? '')}</span>
            <span className={styles.dose}>{note ? `${dose} · ${note}` : dose}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
