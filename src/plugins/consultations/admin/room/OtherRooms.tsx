'use client'

import { useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'
import { useTitleCount } from '@/lib/panel/useTitleCount'

import { RoomLink } from '../rooms/RoomLink'
import { useRooms } from '../rooms/useRooms'
import { WORDS } from '../rooms/words'
import { useServerNow } from '../useServerNow'
import styles from './ChatRoom.module.css'

/** The doctor's other patients of this moment, beside the one who is talked with. */
export const OtherRooms = ({ current }: { current: number }) => {
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const { body } = useRooms()
  const now = useServerNow(body?.serverTime ?? null)
  useTitleCount(body?.unread ?? 0)
  const open = body ? [...body.waiting, ...body.active].filter(({ id }) => id !== current) : []
  return (
    <nav aria-label={words.others} className={styles.others}>
      <h2>{words.others}</h2>
      {open.length === 0 && <p className={styles.quiet}>{words.noOthers}</p>}
      {open.length > 0 && (
        <ul>
          {open.map((room) => (
            <li key={room.id}>
              <RoomLink now={now} room={room} words={words} />
            </li>
          ))}
        </ul>
      )}
    </nav>
  )
}
