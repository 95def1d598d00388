'use client'

import styles from './CountBadge.module.css'

/** How many of something wait, behind a link of the menu; nothing when none does. */
export const CountBadge = ({ count, label }: { count: number; label: string }) => {
  if (count === 0) return null
  return (
    <span aria-label={label} className={styles.badge} role="status">
      {count}
    </span>
  )
}
