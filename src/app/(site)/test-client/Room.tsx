'use client'

import { useState } from 'react'

import { Buy } from './Buy'
import { Chat } from './Chat'
import styles from './testClient.module.css'
import type { useRoom } from './useRoom'

type Props = ReturnType<typeof useRoom> & { token: string }

const STATUS = { scheduled: 'Terjadwal', active: 'Berlangsung', expired: 'Selesai' }

/** Joins a consultation, shows its state, and chats. */
export const Room = (props: Props) => {
  const { connection, emit, join, room, status, token } = props
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
        <button
          type="button"
          disabled={!isReady || room === null}
          onClick={() => void emit('leave_consultation', { consultation_id: room })}
        >
          Keluar
        </button>
      </form>
      {status && (
        <p>
          Status: <b>{STATUS[status.status]}</b>, sampai{' '}
          {status.expires_at ? new Date(status.expires_at).toLocaleTimeString('id') : '–'}
        </p>
      )}
      {room !== null && <Chat {...props} room={room} />}
    </section>
  )
}
