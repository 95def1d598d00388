'use client'

import { useConfig } from '@payloadcms/ui'

import type { Transaction } from '@/payload-types'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { PAYMENTS_CHANGED } from '../../constants'
import { TO_ACT_ON } from './parts'
import type { Flag, Waiting } from './waiting'
import { waitingPath } from './waiting'
import styles from './Transactions.module.css'
import { useWords } from './useWords'
import { WaitingTable } from './WaitingTable'

const SHOWN = 100

type Props = { flag: Flag; title: string; amountOf: (doc: Transaction) => number }

const Part = ({ flag, title, amountOf }: Props) => {
  const { config } = useConfig()
  const words = useWords()
  const path = waitingPath(config.routes.api, [flag], SHOWN)
  const { body, isStale } = useLive<Waiting>(path, PAYMENTS_CHANGED)
  const hidden = body ? body.totalDocs - body.docs.length : 0
  return (
    <section aria-label={title}>
      <h2 className={styles.heading}>
        {title} {body ? `(${body.totalDocs})` : ''}
      </h2>
      {!body && (
        <p aria-busy={!isStale} className={styles.muted} role={isStale ? 'alert' : undefined}>
          {isStale ? words.failed : words.loading}
        </p>
      )}
      {body?.totalDocs === 0 && <p className={styles.muted}>{words.nothingDue}</p>}
      {body && body.totalDocs > 0 && (
        <WaitingTable amountOf={amountOf} docs={body.docs} label={title} />
      )}
      {hidden > 0 && <p className={styles.muted}>{words.more(hidden)}</p>}
    </section>
  )
}

/** What waits for an admin: money that has to go back, payments to be looked at. */
export const ToActOn = () => {
  const words = useWords()
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{TO_ACT_ON[words.language]}</h1>
      <Part amountOf={(doc) => doc.refundDueAmount ?? 0} flag="refundDue" title={words.dueList} />
      <Part amountOf={(doc) => doc.amount ?? 0} flag="underReview" title={words.reviewList} />
    </div>
  )
}
