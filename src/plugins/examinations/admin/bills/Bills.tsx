'use client'

import { useConfig, useDebounce } from '@payloadcms/ui'
import { useId, useState } from 'react'

import type { Pemeriksaan } from '@/payload-types'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { BILLS_CHANGED } from '../../constants'
import type { Payable } from '../bill/TakePayment'
import { TakePayment } from '../bill/TakePayment'
import { useWords } from '../useWords'
import styles from './Bills.module.css'
import { BillsTable } from './BillsTable'
import { unpaidBills } from './query'

const PAUSE_MS = 250

type Found = { docs: Pemeriksaan[]; totalDocs: number }

/** The bills that wait for their money, found by number or patient's name; it is taken here. */
export const Bills = () => {
  const { config } = useConfig()
  const words = useWords()
  const field = useId()
  const [typed, setTyped] = useState('')
  const [taking, setTaking] = useState<Payable | null>(null)
  const search = unpaidBills(useDebounce(typed, PAUSE_MS))
  const path = `${config.routes.api}/pemeriksaan?${search}`
  const { body, isStale, reload } = useLive<Found>(path, BILLS_CHANGED)
  const hidden = body ? body.totalDocs - body.docs.length : 0
  return (
    <section aria-labelledby={`${field}-title`} className={styles.page}>
      <h1 className={styles.title} id={`${field}-title`}>
        {words.title}
      </h1>
      <input
        aria-label={words.search}
        className={styles.search}
        onChange={({ target }) => setTyped(target.value)}
        placeholder={words.search}
        type="search"
        value={typed}
      />
      {!body && (
        <p aria-busy={!isStale} className={styles.muted} role={isStale ? 'alert' : undefined}>
          {isStale ? words.failed : words.loading}
        </p>
      )}
      {body?.docs.length === 0 && (
        <p className={styles.muted}>{typed.trim() ? words.noneFound : words.none}</p>
      )}
      {body && body.docs.length > 0 && <BillsTable bills={body.docs} onTake={setTaking} />}
      {hidden > 0 && <p className={styles.muted}>{words.more(hidden)}</p>}
      {taking && <TakePayment bill={taking} onClose={() => setTaking(null)} onDone={reload} />}
    </section>
  )
}
