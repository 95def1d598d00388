'use client'

import { useState } from 'react'

import type { Message } from './api'
import styles from './testClient.module.css'
import type { useRoom } from './useRoom'

type Props = Pick<
  ReturnType<typeof useRoom>,
  'connection' | 'emit' | 'forget' | 'messages' | 'send' | 'typing' | 'unsent'
> & { room: number }

const stateOf = ({ delivered_at, read_at }: Message): string => {
  if (read_at) return 'dibaca'
  return delivered_at ? 'sampai' : 'terkirim'
}

export const Chat = (props: Props) => {
  const { connection, emit, forget, messages, room, send, typing } = props
  const [content, setContent] = useState('')
  const signal = (event: string) => void emit(event, { consultation_id: room })
  const last = messages.at(-1)
  const unsent = props.unsent.filter((one) => one.room === room)
  return (
    <>
      <ol className={styles.messages} role="log" aria-label="Pesan">
        {messages.map((message) => (
          <li key={message.seq}>
            <small>#{message.seq}</small> <b>{message.sender.name}</b>: {message.content}{' '}
            {message.attachment && <em>[{message.attachment.filename}]</em>}{' '}
            <small>({stateOf(message)})</small>
          </li>
        ))}
        {unsent.map(({ client_id, content: text, refusal }) => (
          <li key={client_id} className={styles.unsent}>
            {text} <small>({refusal ?? 'mengirim…'})</small>{' '}
            {refusal !== null && (
              <button type="button" onClick={() => forget(client_id)}>
                Buang
              </button>
            )}
          </li>
        ))}
      </ol>
      <p aria-live="polite">{typing ? `${typing} sedang mengetik…` : ' '}</p>
      <form
        className={styles.row}
        onSubmit={(event) => {
          event.preventDefault()
          if (!content.trim()) return
          send(content)
          setContent('')
        }}
      >
        <label className={styles.wide}>
          Pesan
          <input value={content} onChange={({ target }) => setContent(target.value)} />
        </label>
        <button type="submit">Kirim</button>
        <button type="button" onClick={() => signal('typing_start')}>
          Mengetik
        </button>
        <button type="button" onClick={() => signal('typing_stop')}>
          Berhenti
        </button>
        <button
          type="button"
          disabled={!last || connection !== 'on'}
          onClick={() => void emit('message_read', { consultation_id: room, seq: last?.seq })}
        >
          Tandai dibaca
        </button>
      </form>
    </>
  )
}
