'use client'

import { useState } from 'react'

import styles from './asisten.module.css'
import type { KeptTalk } from './keptTalks'
import { isSame } from './keptTalks'

type Props = {
  kept: KeptTalk[] | null
  fault: string | null
  /** The id of the talk that is open. */
  current: string
  open: (id: string) => Promise<void>
  remove: (talk: KeptTalk) => Promise<void>
}

const day = (time: string): string =>
  new Date(time).toLocaleDateString('id-ID', { day: 'numeric', month: 'short', year: 'numeric' })

const Row = ({
  talk,
  isOpen,
  open,
  remove,
}: Omit<Props, 'kept' | 'fault' | 'current'> & {
  talk: KeptTalk
  isOpen: boolean
}) => {
  const [isAsked, setIsAsked] = useState(false)
  return (
    <li className={styles.kept}>
      <button
        aria-current={isOpen || undefined}
        className={styles.title}
        onClick={() => void open(talk.id)}
        type="button"
      >
        <span>{talk.title}</span> <small>{day(talk.updatedAt)}</small>
      </button>
      {isAsked ? (
        <span className={styles.sure}>
          <button
            className={styles.small}
            data-danger
            onClick={() => void remove(talk)}
            type="button"
          >
            Ya, hapus
          </button>
          <button className={styles.small} onClick={() => setIsAsked(false)} type="button">
            Batal
          </button>
        </span>
      ) : (
        <button
          aria-label={`Hapus: ${talk.title}`}
          className={styles.small}
          onClick={() => setIsAsked(true)}
          type="button"
        >
          Hapus
        </button>
      )}
    </li>
  )
}

/** What somebody agreed to keep: to go on with, or to delete. */
export const KeptTalks = ({ kept, fault, current, open, remove }: Props) => {
  const [isShown, setIsShown] = useState(false)
  return (
    <aside aria-labelledby="kept" className={styles.aside}>
      <h2 id="kept">
        <button
          aria-controls="kept-talks"
          aria-expanded={isShown}
          className={styles.toggle}
          onClick={() => setIsShown(!isShown)}
          type="button"
        >
          Percakapan tersimpan{kept && kept.length > 0 ? ` (${kept.length})` : ''}
        </button>
      </h2>
      <div className={styles.shelf} data-shown={isShown} id="kept-talks">
        {fault && <p role="alert">{fault}</p>}
        {kept?.length === 0 && <p className={styles.quiet}>Belum ada.</p>}
        <ul>
          {kept?.map((talk) => (
            <Row
              isOpen={isSame(talk, { id: current })}
              key={talk.id}
              open={async (id) => {
                await open(id)
                setIsShown(false)
              }}
              remove={remove}
              talk={talk}
            />
          ))}
        </ul>
      </div>
    </aside>
  )
}
