'use client'

import { useConfig, useDocumentInfo } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { PAYMENTS_CHANGED } from '../../constants'
import type { Entry, Timeline as Life } from '../../transactionSchemas'
import { describeEntry } from './describeEntry'
import styles from './Transactions.module.css'
import { useWords } from './useWords'

const Row = ({ entry, zone }: { entry: Entry; zone: string }) => {
  const words = useWords()
  const { title, details, tone } = describeEntry(entry, words)
  const by = 'by' in entry ? entry.by : null
  return (
    <li data-kind={entry.kind} data-tone={tone}>
      <p>{title}</p>
      <p className={styles.muted}>
        <time dateTime={entry.at}>{showTime(entry.at, zone)}</time>
        {by && ` · ${words.by(by.name)}`}
        {details.map((detail) => ` · ${detail}`)}
        {entry.kind === 'refund' && entry.proof && (
          <>
            {' · '}
            <a href={entry.proof} rel="noreferrer" target="_blank">
              {words.proof}
            </a>
          </>
        )}
      </p>
    </li>
  )
}

/** The life of a transaction, on its page: what happened when, and by whom. */
export const Timeline = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const words = useWords()
  const path = `${config.routes.api}/transactions/${id}/timeline`
  const { body, isStale } = useLive<Life>(path, PAYMENTS_CHANGED)
  if (!id) return null
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  return (
    <section aria-label={words.timeline} className={`field-type ${styles.part}`}>
      <h2 className={styles.heading}>{words.timeline}</h2>
      {!body && (
        <p aria-busy={!isStale} className={styles.muted} role={isStale ? 'alert' : undefined}>
          {isStale ? words.failed : words.loading}
        </p>
      )}
      <ol className={styles.life}>
        {body?.entries.map((entry, index) => (
          <Row entry={entry} key={`${entry.kind}-${entry.at}-${index}`} zone={zone} />
        ))}
      </ol>
    </section>
  )
}
