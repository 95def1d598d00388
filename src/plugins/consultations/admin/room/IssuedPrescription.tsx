'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { showDay } from '@/lib/panel/showDate'

import styles from './Aftermath.module.css'
import type { RoomWords } from './words'

type Issued = {
  validUntil: string
  items: {
    obat: { name: string; unit?: string | null } | number | null
    quantity: number
    dose: string
    note?: string | null
  }[]
}

/** The prescription of this consultation, as it was issued. */
export const IssuedPrescription = ({ id, words }: { id: number; words: RoomWords }) => {
  const { config } = useConfig()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const [issued, setIssued] = useState<Issued | null>(null)
  const title = useId()
  const path = `${config.routes.api}/prescriptions/${id}?depth=1`
  useEffect(() => {
    void callApi<Issued>(path).then(({ body }) => setIssued(body))
  }, [path])
  return (
    <section aria-labelledby={title} className={styles.form}>
      <h2 id={title}>{words.prescription}</h2>
      {issued && (
        <>
          <p className={styles.hint}>{words.issuedOn(id, showDay(issued.validUntil, zone))}</p>
          <ul className={styles.items}>
            {issued.items.map(({ obat, quantity, dose, note }, index) => {
              const named =
                typeof obat === 'object' && obat ? obat : { name: String(obat), unit: '' }
              return (
                <li key={index}>
                  <strong>{named.name}</strong>: {quantity} {named.unit}, {dose}
                  {note && ` (${note})`}
                </li>
              )
            })}
          </ul>
        </>
      )}
    </section>
  )
}
