'use client'

import styles from './Log.module.css'

type Mark = 'sending' | 'queued' | 'sent' | 'delivered' | 'read' | 'failed'

const CLOCK = 'M8 2.5a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Zm0 2.5v3l2 1.5'
const TICK = 'm2 8.5 3 3 6-7'
const TICKS = `${TICK}m-3 6 1 1 6-7`
const CROSS = 'm4 4 8 8m0-8-8 8'

const PATHS: Record<Mark, string> = {
  sending: CLOCK,
  queued: CLOCK,
  sent: TICK,
  delivered: TICKS,
  read: TICKS,
  failed: CROSS,
}

/** How far one's own message has come: one tick it is stored, two it is there, coloured it is read. */
export const MarkIcon = ({ mark, label }: { mark: Mark; label: string }) => (
  <svg
    aria-label={label}
    className={styles.mark}
    data-mark={mark}
    fill="none"
    height="14"
    role="img"
    stroke="currentColor"
    strokeLinecap="round"
    strokeLinejoin="round"
    strokeWidth="1.6"
    viewBox="0 0 16 16"
    width="14"
  >
    <title>{label}</title>
    <path d={PATHS[mark]} />
  </svg>
)
