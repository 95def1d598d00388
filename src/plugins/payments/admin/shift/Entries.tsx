'use client'

import { Link, useConfig } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'
import { showRupiah } from '@/lib/panel/showRupiah'
import type { CashEntry } from '@/payload-types'

import { itemPath } from '../itemPath'
import styles from './Shift.module.css'
import { useWords } from './useWords'

type Props = { entries: CashEntry[]; total: number; shift: number }

/** The latest entries of a shift, newest first. */
export const Entries = ({ entries, total, shift }: Props) => {
  const words = useWords()
  const { config } = useConfig()
  const { admin } = config.routes
  const all = `${admin}/collections/cash-entries?where[shift][equals]=${shift}`
  const about = ({ itemType, itemId, itemTitle, reason }: CashEntry) => {
    const path = itemPath(itemType, itemId)
    const title = path ? <Link href={`${admin}${path}`}>{itemTitle}</Link> : itemTitle
    return (
      <>
        {title} {reason}
      </>
    )
  }
  return (
    <section className={styles.panel}>
      <div className={styles.head}>
        <h2>{words.entries}</h2>
        <Link href={all}>{words.allEntries}</Link>
      </div>
      {entries.length === 0 && <p className={styles.quiet}>{words.noEntries}</p>}
      {entries.length > 0 && (
        <div className={styles.scroll}>
          <table className={styles.entries}>
            <thead>
              <tr>
                <th scope="col">{words.time}</th>
                <th scope="col">{words.kindOf}</th>
                <th scope="col">{words.about}</th>
                <th className={styles.number} scope="col">
                  {words.amount}
                </th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <tr key={entry.id}>
                  <td>
                    {showTime(entry.createdAt, config.admin.timezones.defaultTimezone ?? 'UTC')}
                  </td>
                  <td>
                    {words.kind[entry.kind]}{' '}
                    {entry.method && <small>{words.method[entry.method]}</small>}
                  </td>
                  <td className={styles.about}>{about(entry)}</td>
                  <td className={styles.number} data-out={entry.amount < 0}>
                    {showRupiah(entry.amount)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {total > entries.length && <p className={styles.quiet}>{words.latest}</p>}
    </section>
  )
}
