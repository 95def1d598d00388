'use client'

import { WARNING_MINUTES } from '../../constants'
import { isEnding, minutesLeft, showLeft } from '../remaining'
import styles from './Head.module.css'
import type { RoomWords } from './words'

const RADIUS = 20
const ROUND = 2 * Math.PI * RADIUS

type Props = {
  /** Milliseconds. */
  left: number
  /** From 1 to 0. */
  share: number
  words: RoomWords
}

/** How much time is left, as a ring that empties; red in the last minutes. */
export const Ring = ({ left, share, words }: Props) => (
  <div
    aria-label={words.left(minutesLeft(left))}
    className={styles.ring}
    data-late={isEnding(left, WARNING_MINUTES)}
    role="timer"
  >
    <svg aria-hidden viewBox="0 0 48 48">
      <circle className={styles.track} cx="24" cy="24" r={RADIUS} />
      <circle
        className={styles.rest}
        cx="24"
        cy="24"
        r={RADIUS}
        strokeDasharray={`${ROUND * share} ${ROUND}`}
        transform="rotate(-90 24 24)"
      />
    </svg>
    <span aria-hidden>{showLeft(left)}</span>
  </div>
)
