'use client'

import { Button, Link, useConfig, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'

import { WARNING_MINUTES } from '../../constants'
import type { Room } from '../../roomSchemas'
import { STATUS_LABELS } from '../../words'
import { isEnding, shareLeft } from '../remaining'
import { ROOMS_PATH } from '../rooms/parts'
import styles from './Head.module.css'
import { Ring } from './Ring'
import type { RoomWords } from './words'

type Props = {
  room: Room
  isConnected: boolean
  isOtherHere: boolean
  left: number
  now: number
  words: RoomWords
  onEnd: () => void
}

/** With whom, how long still, and whether both are there. */
export const Head = ({ room, isConnected, isOtherHere, left, now, words, onEnd }: Props) => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { patient, status, startedAt, expiresAt } = room
  const isActive = status === 'active'
  return (
    <header className={styles.head}>
      <Link className={styles.back ?? ''} href={`${config.routes.admin}${ROOMS_PATH}`}>
        ← {words.back}
      </Link>
      <div className={styles.who}>
        <h1>{patient.name}</h1>
        <p>
          <span className={styles.status} data-status={status}>
            {STATUS_LABELS[status][languageOf(i18n)]}
          </span>
          <span className={styles.sign} data-good={isConnected}>
            {isConnected ? words.connected : words.marks.queued}
          </span>
          {isActive && isConnected && (
            <span className={styles.sign} data-good={isOtherHere}>
              {isOtherHere ? words.isHere : words.isAway}
            </span>
          )}
        </p>
      </div>
      {/* Said once, when the last minutes begin. */}
      <p className={styles.told} role="status">
        {isActive && isEnding(left, WARNING_MINUTES) ? words.ending(WARNING_MINUTES) : ''}
      </p>
      {isActive && (
        <>
          <Ring left={left} share={shareLeft(startedAt, expiresAt, now)} words={words} />
          <Button buttonStyle="secondary" margin={false} onClick={onEnd}>
            {words.end}
          </Button>
        </>
      )}
    </header>
  )
}
