'use client'

import { Link, useConfig } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'
import table from '@/lib/panel/Table.module.css'

import type { CardMovement } from '../../stockCard'
import { signed } from './signed'
import styles from './Stock.module.css'
import type { Words } from './words'

/** The ledger, newest first: what came and went, and what was there then. */
export const MovementsTable = ({
  movements,
  words,
}: {
  movements: CardMovement[]
  words: Words
}) => {
  const { config } = useConfig()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  return (
    <div className={table.frame}>
      <table aria-label={words.movements} className={table.table}>
        <thead>
          <tr>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.kind}</th>
            <th className={table.number} scope="col">
              {words.quantity}
            </th>
            <th className={table.number} scope="col">
              {words.balance}
            </th>
            <th scope="col">{words.why}</th>
            <th scope="col">{words.who}</th>
          </tr>
        </thead>
        <tbody>
          {movements.map(
            ({ id, kind, quantity, balanceAfter, reason, createdAt, createdBy, order }) => (
              <tr key={id}>
                <td className={styles.nowrap}>{showTime(createdAt, zone)}</td>
                <td>{words.kinds[kind]}</td>
                <td className={`${table.number} ${quantity > 0 ? styles.in : styles.outgoing}`}>
                  {signed(quantity)}
                </td>
                <td className={table.number}>{balanceAfter}</td>
                <td>
                  {order ? (
                    <Link href={`${config.routes.admin}/collections/orders/${order.id}`}>
                      {words.order} #{order.id}
                    </Link>
                  ) : (
                    reason
                  )}
                </td>
                <td>{createdBy?.name ?? words.system}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
    </div>
  )
}
