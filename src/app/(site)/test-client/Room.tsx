'use client'

import { useState } from 'react'

import { STATUS } from './api'
import { Buy } from './Buy'
import { Chat } from './Chat'
import styles from './testClient.module.css'
import type { useRoom } from './useRoom'

type Props = ReturnType<typeof useRoom> & { token: string }

const clock = (time: string | null): string =>
  time === null ? '–' : new Date(time).toLocaleTimeString('id')

/** Joins a consultation, shows its state, and chats. */
export const Room = (props: Props) => {
  const { connection, join, leave, present, refusal, room, status, token } = props
  const [id, setId] = useState('')
  const isReady = connection === 'on'
  return (
    <section className={styles.card} aria-labelledby="room">
      <h2 id="room">3. Konsultasi</h2>
      <Buy token={token} choose={setId} />
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault()
          void join(Number(id))
        }}
      >
        <label>
          Nomor konsultasi
          <input
            inputMode="numeric"
            pattern="[0-9]+"
            required
            value={id}
            onChange={({ target }) => setId(target.value)}
          />
        </label>
        <button type="submit" disabled={!isReady}>
          Gabung
        </button>
        <button type="button" disabled={!isReady || room === null} onClick={() => void leave()}>
          Keluar
        </button>
      </form>
      {refusal && <p role="alert">{refusal}</p>}
      {status && (
        <p>
          Status: <b>{STATUS[status.status]}</b>, {clock(status.started_at)} sampai{' '}
          {clock(status.expires_at)}. Di ruang ini:{' '}
          {present.map(({ name }) => name).join(', ') || 'tidak ada'}.
        </p>
      )}
      {room !== null && <Chat {...props} room={room} />}
    </section>
  )
}
