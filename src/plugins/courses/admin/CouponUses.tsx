'use client'

import { Button, Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { languageOf } from '@/lib/panel/said'
import { showTime } from '@/lib/panel/showDate'
import { showRupiah } from '@/lib/panel/showRupiah'
import table from '@/lib/panel/Table.module.css'
import { useLive } from '@/plugins/realtime/admin/useLive'

import type { CouponUses as Uses } from '../couponUses'
import styles from './CouponUses.module.css'
import { WORDS } from './words'

const PER_PAGE = 20

const Table = ({ docs, label }: { docs: Uses['docs']; label: string }) => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const collections = `${config.routes.admin}/collections`
  return (
    <div className={table.frame}>
      <table aria-label={label} className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.user}</th>
            <th scope="col">{words.invoice}</th>
            <th scope="col">{words.what}</th>
            <th className={table.number} scope="col">
              {words.discount}
            </th>
            <th scope="col">{words.status}</th>
            <th scope="col">{words.when}</th>
          </tr>
        </thead>
        <tbody>
          {docs.map(({ user, transaction, invoiceNumber, itemTitle, discount, status, usedAt }) => (
            <tr key={transaction}>
              <td>
                <Link href={`${collections}/users/${user.id}`}>{user.name}</Link>
              </td>
              <td>
                <Link href={`${collections}/transactions/${transaction}`}>{invoiceNumber}</Link>
              </td>
              <td>{itemTitle}</td>
              <td className={table.number}>{showRupiah(discount)}</td>
              <td>{words.statuses[status as keyof typeof words.statuses] ?? status}</td>
              <td>{showTime(usedAt, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** On a coupon's page: who used it, for what, and what it has cost so far. */
export const CouponUses = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [page, setPage] = useState(1)
  const words = WORDS[languageOf(i18n)]
  const path = `${config.routes.api}/coupons/${id}/uses?page=${page}&limit=${PER_PAGE}`
  const { body, isStale } = useLive<Uses>(path, 'payments-changed')
  if (!id) return null
  return (
    <section aria-label={words.uses} className={`field-type ${styles.part}`}>
      <h2 className={styles.heading}>{words.uses}</h2>
      {!body && (
        <p aria-busy={!isStale} className={styles.muted} role={isStale ? 'alert' : undefined}>
          {isStale ? words.failed : words.loading}
        </p>
      )}
      {body?.totalDocs === 0 && <p className={styles.muted}>{words.none}</p>}
      {body && body.totalDocs > 0 && (
        <>
          <p className={styles.muted}>
            {words.sum(body.totalDocs, showRupiah(body.totalDiscount))}
          </p>
          <Table docs={body.docs} label={words.uses} />
        </>
      )}
      {body && body.totalPages > 1 && (
        <div className={styles.pages}>
          <Button
            buttonStyle="secondary"
            disabled={page === 1}
            margin={false}
            onClick={() => setPage(page - 1)}
            size="small"
          >
            {words.previous}
          </Button>
          {words.page(page, body.totalPages)}
          <Button
            buttonStyle="secondary"
            disabled={page >= body.totalPages}
            margin={false}
            onClick={() => setPage(page + 1)}
            size="small"
          >
            {words.next}
          </Button>
        </div>
      )}
    </section>
  )
}
