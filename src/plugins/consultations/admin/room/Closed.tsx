'use client'

import { useConfig } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'

import type { Room } from '../../roomSchemas'
import styles from './ChatRoom.module.css'
import type { RoomWords } from './words'

type Props = { room: Pick<Room, 'status' | 'startedAt'>; words: RoomWords }

/** Stands where messages are written, while none can be. */
export const Closed = ({ room: { status, startedAt }, words }: Props) => {
  const { config } = useConfig()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const isScheduled = status === 'scheduled' && startedAt !== null
  return (
    <p className={styles.note}>
      {isScheduled ? words.scheduled(showTime(startedAt, zone)) : words.over}
    </p>
  )
}
