'use client'

import { Link, useConfig } from '@payloadcms/ui'

import { showRupiah } from '@/lib/panel/showRupiah'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { PAYMENTS_CHANGED } from '../../constants'
import { TO_ACT_ON } from './parts'
import type { Waiting } from './waiting'
import { ALL_FLAGS, waitingPath } from './waiting'
import styles from './Transactions.module.css'
import { useWords } from './useWords'
import { payerOf, TransactionLink } from './WaitingTable'

const SHOWN = 5

/** On an admin's first page: the newest payments that wait for them. */
export const ToActOnHome = () => {
  const { config } = useConfig()
  const words = useWords()
  const path = waitingPath(config.routes.api, ALL_FLAGS, SHOWN)
  const { body, isStale } = useLive<Waiting>(path, PAYMENTS_CHANGED)
  const { admin } = config.routes
  const hidden = body ? body.totalDocs - body.docs.length : 0
  return (
    <article className={styles.card}>
      <h2>{TO_ACT_ON[words.language]}</h2>
      {!body && (
        <p aria-busy={!isStale} role={isStale ? 'alert' : undefined}>
          {isStale ? words.failed : words.loading}
        </p>
      )}
      {body?.totalDocs === 0 && <p className={styles.muted}>{words.nothingDue}</p>}
      <ul className={styles.list}>
        {body?.docs.map((doc) => (
          <li key={doc.id}>
            <span>
              <TransactionLink doc={doc} /> · {payerOf(doc)}
            </span>
            <span className={styles.pill} data-status={doc.refundDue ? 'due' : 'PENDING'}>
              {doc.refundDue
                ? `${words.refundDue}: ${showRupiah(doc.refundDueAmount ?? 0)}`
                : words.underReview}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <Link href={`${admin}/payments`}>{words.toActions}</Link>
        {hidden > 0 && ` ${words.more(hidden)}`}
      </p>
    </article>
  )
}
