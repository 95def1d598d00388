'use client'

import { showRupiah } from '@/lib/panel/showRupiah'

import type { ShiftSums } from '../../types'
import styles from './Shift.module.css'
import { useWords } from './useWords'

const METHODS = ['cash', 'qris', 'transfer'] as const

/** What was taken by each method; what should be in the drawer stays unsaid until it is counted. */
export const Takings = ({ sums }: { sums: ShiftSums }) => {
  const words = useWords()
  return (
    <section aria-label={words.takings} className={styles.takings}>
      {METHODS.map((method) => {
        const { payments, taken, returned } = sums[method]
        const more = [
          { label: words.returned, amount: returned },
          { label: words.paidIn, amount: method === 'cash' ? sums.cash.paidIn : 0 },
          { label: words.paidOut, amount: method === 'cash' ? sums.cash.paidOut : 0 },
        ]
        return (
          <div className={styles.card} data-method={method} key={method}>
            <h3>{words.method[method]}</h3>
            <p className={styles.sum}>{showRupiah(taken)}</p>
            <p className={styles.quiet}>
              {words.payments}: {payments}
            </p>
            {more
              .filter(({ amount }) => amount > 0)
              .map(({ label, amount }) => (
                <p className={styles.quiet} key={label}>
                  {label} {showRupiah(amount)}
                </p>
              ))}
          </div>
        )
      })}
    </section>
  )
}
