'use client'

import { Link, useConfig } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'

import { WARNING_MINUTES } from '../../constants'
import type { Room } from '../../roomSchemas'
import { isEnding, leftUntil, showLeft } from '../remaining'
import { ROOMS_PATH } from './parts'
import styles from './Rooms.module.css'
import type { RoomsWords } from './words'

type Props = { room: Room; words: RoomsWords; now: number }

const When = ({ room, words, now }: Props) => {
  const { config } = useConfig()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const { status, startedAt, expiresAt, endedAt } = room
  if (status === 'active') {
    const left = leftUntil(expiresAt, now)
    const isLate = isEnding(left, WARNING_MINUTES)
    return (
      <span className={styles.left} data-late={isLate}>
        {words.left(showLeft(left))}
      </span>
    )
  }
  const time = status === 'scheduled' ? startedAt : (endedAt ?? expiresAt)
  if (time === null) return null
  const shown = showTime(time, zone)
  return <time dateTime={time}>{status === 'scheduled' ? words.begins(shown) : shown}</time>
}

const Preview = ({ room: { lastMessage, status }, words }: Omit<Props, 'now'>) => {
  if (!lastMessage) {
    const silence = status === 'active' ? words.nobodyWrote : words.noMessages
    return <span className={styles.quiet}>{silence}</span>
  }
  const { isOwn, preview, hasAttachment } = lastMessage
  return (
    <>
      {isOwn && <span className={styles.quiet}>{words.you}: </span>}
      {hasAttachment && <span className={styles.quiet}>[{words.file}] </span>}
      {preview}
    </>
  )
}

/** What is left to do after the end. */
const Marks = ({ room, words }: Omit<Props, 'now'>) => {
  if (room.status !== 'expired') return null
  const isPrescribed = room.prescriptions.length > 0
  return (
    <span className={styles.marks}>
      {room.abandonedAt && <span className={styles.bad}>{words.abandoned}</span>}
      {!room.hasSummary && <span className={styles.bad}>{words.noSummary}</span>}
      <span className={isPrescribed ? styles.good : undefined}>
        {isPrescribed ? words.prescribed : words.noPrescription}
      </span>
    </span>
  )
}

/** One room of a list: who, how long still, what was said last. */
export const RoomLink = ({ room, words, now }: Props) => {
  const { config } = useConfig()
  return (
    <Link
      className={styles.item}
      href={`${config.routes.admin}${ROOMS_PATH}/${room.id}`}
      prefetch={false}
    >
      <span className={styles.first}>
        <strong className={styles.who}>{room.patient.name}</strong>
        <When now={now} room={room} words={words} />
      </span>
      <span className={styles.second}>
        <span className={styles.preview}>
          <Preview room={room} words={words} />
        </span>
        {room.unread > 0 && (
          <span className={styles.unread}>
            <span aria-hidden>{room.unread}</span>
            <span className={styles.told}>{words.unread(room.unread)}</span>
          </span>
        )}
      </span>
      <Marks room={room} words={words} />
    </Link>
  )
}
