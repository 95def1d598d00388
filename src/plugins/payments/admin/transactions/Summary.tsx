'use client'

import { Link, useConfig, useListDrawerContext, useListQuery } from '@payloadcms/ui'

import { showRupiah, showWhole } from '@/lib/panel/showRupiah'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { PAYMENTS_CHANGED } from '../../constants'
import type { Totals } from '../../transactionSchemas'
import { isFilteredBy, quickFilters, searchOf } from './quickFilters'
import { Status } from './Status'
import styles from './Transactions.module.css'
import { useWords } from './useWords'

/** Above the list of transactions: quick filters, and what all pages of the list come to. */
export const Summary = () => {
  const { config } = useConfig()
  const { isInDrawer } = useListDrawerContext()
  const { query } = useListQuery()
  const words = useWords()
  const search = new URLSearchParams()
  if (query.where) search.set('where', JSON.stringify(query.where))
  if (query.search) search.set('search', query.search)
  const { body, isStale } = useLive<Totals>(
    `${config.routes.api}/transactions/totals?${search.toString()}`,
    PAYMENTS_CHANGED,
  )
  if (isInDrawer) return null

  const list = `${config.routes.admin}/collections/transactions`
  return (
    <div className={styles.summary}>
      <nav aria-label={words.quick}>
        <ul className={styles.chips}>
          {quickFilters(words, words.language).map(({ key, label, where }) => (
            <li key={key}>
              <Link
                aria-current={isFilteredBy(query.where, where) ? 'true' : undefined}
                href={`${list}${searchOf(where)}`}
              >
                {label}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <dl aria-busy={!body || isStale} aria-label={words.totals} className={styles.figures}>
        <div>
          <dt>{words.amount}</dt>
          <dd>
            {body ? showRupiah(body.amount) : '…'}
            <small>{body && words.count(showWhole(body.count))}</small>
          </dd>
        </div>
        <div>
          <dt>{words.refunded}</dt>
          <dd>{body ? showRupiah(body.refunded) : '…'}</dd>
        </div>
        {body && body.refundDue > 0 && (
          <div>
            <dt>{words.refundDue}</dt>
            <dd>{showRupiah(body.refundDue)}</dd>
          </div>
        )}
        {body?.byStatus
          .filter(({ count }) => count > 0)
          .map(({ status, count, amount }) => (
            <div key={status}>
              <dt>
                <Status status={status} />
              </dt>
              <dd>
                {showRupiah(amount)}
                <small>{words.count(showWhole(count))}</small>
              </dd>
            </div>
          ))}
      </dl>
    </div>
  )
}
