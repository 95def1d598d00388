'use client'

import styles from './testClient.module.css'
import type { Entry } from './useEntries'

const ARROWS = { in: '←', out: '→', own: '·' }

/** Everything that was sent and heard, the newest first. */
export const Log = ({ entries }: { entries: Entry[] }) => (
  <section className={styles.card} aria-labelledby="log">
    <h2 id="log">Catatan peristiwa</h2>
    <ol className={styles.log}>
      {entries.map(({ id, at, direction, text }) => (
        <li key={id}>
          <time>{at}</time> {ARROWS[direction]} {text}
        </li>
      ))}
    </ol>
  </section>
)
