'use client'

import { useState } from 'react'

import { Log } from './Log'
import { Room } from './Room'
import { SignIn } from './SignIn'
import styles from './testClient.module.css'
import { useRoom } from './useRoom'

const CONNECTION = { off: 'Tidak tersambung', connecting: 'Menyambung…', on: 'Tersambung' }

export const TestClient = () => {
  const [token, setToken] = useState('')
  const room = useRoom()
  return (
    <main className={styles.page}>
      <h1>Klien uji konsultasi</h1>
      <p className={styles.lead}>
        Mencoba percakapan sebagai pasien (atau dokter) lewat Socket.IO, seperti aplikasi pasien.
      </p>
      <SignIn token={token} setToken={setToken} />
      <section className={styles.card} aria-labelledby="connection">
        <h2 id="connection">2. Sambungan</h2>
        <p className={styles.row}>
          <span role="status" data-state={room.connection} className={styles.state}>
            {CONNECTION[room.connection]}
          </span>
          <button type="button" disabled={!token} onClick={() => room.connect(token)}>
            Sambungkan
          </button>
          <button type="button" disabled={room.connection === 'off'} onClick={room.cut}>
            Putuskan jaringan
          </button>
          <button type="button" disabled={room.connection === 'off'} onClick={room.disconnect}>
            Tutup
          </button>
        </p>
      </section>
      <Room token={token} {...room} />
      <Log entries={room.entries} />
    </main>
  )
}
