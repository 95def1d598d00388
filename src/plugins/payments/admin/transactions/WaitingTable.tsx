'use client'

import { Link, useConfig } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'
import { showRupiah } from '@/lib/panel/showRupiah'
import table from '@/lib/panel/Table.module.css'
import type { Transaction } from '@/payload-types'

import { useWords } from './useWords'

/** What a transaction is called, as the way to its page. */
export const TransactionLink = ({ doc }: { doc: Transaction }) => {
  const { config } = useConfig()
  return (
    <Link href={`${config.routes.admin}/collections/transactions/${doc.id}`}>
      {doc.invoiceNumber}
    </Link>
  )
}

export const payerOf = ({ user }: Transaction): string =>
  typeof user === 'object' ? (user?.name ?? '') : ''

type Props = { docs: Transaction[]; label: string; amountOf: (doc: Transaction) => number }

/** Transactions that wait for an admin: who, what for, how much, why. */
export const WaitingTable = ({ docs, label, amountOf }: Props) => {
  const { config } = useConfig()
  const words = useWords()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  return (
    <div className={table.frame}>
      <table aria-label={label} className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.invoice}</th>
            <th scope="col">{words.who}</th>
            <th scope="col">{words.what}</th>
            <th className={table.number} scope="col">
              {words.amount}
            </th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.since}</th>
          </tr>
        </thead>
        <tbody>
          {docs.map((doc) => (
            <tr key={doc.id}>
              <td>
                <TransactionLink doc={doc} />
              </td>
              <td>{payerOf(doc)}</td>
              <td>{doc.itemTitle}</td>
              <td className={table.number}>{showRupiah(amountOf(doc))}</td>
              <td>{doc.reviewNote}</td>
              <td>{showTime(doc.updatedAt, zone)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
