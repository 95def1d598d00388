'use client'

import { Button, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'
import { useTitleCount } from '@/lib/panel/useTitleCount'

import type { Room, RoomsAnswer } from '../../roomSchemas'
import { useServerNow } from '../useServerNow'
import { RoomLink } from './RoomLink'
import styles from './Rooms.module.css'
import { useArrival } from './useArrival'
import { useRooms } from './useRooms'
import type { RoomsWords } from './words'
import { WORDS } from './words'

type Group = 'waiting' | 'active' | 'scheduled' | 'ended'
type Shown = { words: RoomsWords; now: number }

const GroupOf = ({ group, rooms, words, now }: Shown & { group: Group; rooms: Room[] }) => (
  <section aria-labelledby={`rooms-${group}`} className={styles.group} data-group={group}>
    <h2 id={`rooms-${group}`}>
      {words.groups[group]}
      <span className={styles.count}>{rooms.length}</span>
    </h2>
    {rooms.length === 0 && <p className={styles.quiet}>{words.empty[group]}</p>}
    {rooms.length > 0 && (
      <ul className={styles.list}>
        {rooms.map((room) => (
          <li key={room.id}>
            <RoomLink now={now} room={room} words={words} />
          </li>
        ))}
      </ul>
    )}
  </section>
)

const Lists = ({ answer, words, now }: Shown & { answer: RoomsAnswer }) => {
  const { waiting, active, scheduled, ended } = answer
  const shown = { words, now }
  return (
    <div className={styles.lists}>
      <div className={styles.column}>
        {waiting.length + active.length === 0 ? (
          <div className={styles.idle}>
            <p>
              <strong>{words.idle}</strong>
            </p>
            <p>{words.idleHint}</p>
          </div>
        ) : (
          <>
            <GroupOf group="waiting" rooms={waiting} {...shown} />
            <GroupOf group="active" rooms={active} {...shown} />
          </>
        )}
      </div>
      <div className={styles.column}>
        <GroupOf group="scheduled" rooms={scheduled} {...shown} />
        <GroupOf group="ended" rooms={ended} {...shown} />
      </div>
    </div>
  )
}

/** A doctor's home: who waits, with whom one talks, what is coming, and what is over. */
export const Rooms = () => {
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const { body, isStale, reload } = useRooms()
  const now = useServerNow(body?.serverTime ?? null)
  const arrived = useArrival(body)
  useTitleCount(body?.unread ?? 0)
  return (
    <div className={styles.rooms}>
      <header className={styles.top}>
        <h1 className={styles.title}>{words.title}</h1>
        {body?.doctor && <span className={styles.quiet}>{body.doctor.name}</span>}
      </header>
      <p aria-live="polite" className={styles.told} role="status">
        {arrived && words.arrived(arrived.patient.name)}
      </p>
      {isStale && (
        <div className={styles.stale} role="alert">
          <span>{words.stale}</span>
          <Button buttonStyle="secondary" margin={false} onClick={reload} size="small">
            {words.reload}
          </Button>
        </div>
      )}
      {!body && !isStale && <p className={styles.quiet}>{words.loading}</p>}
      {body && !body.doctor && <p className={styles.stale}>{words.noDoctor}</p>}
      {body?.doctor && <Lists answer={body} now={now} words={words} />}
    </div>
  )
}
