'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import type { RoomAnswer } from '../../roomSchemas'
import { leftUntil } from '../remaining'
import { useServerNow } from '../useServerNow'
import { Aftermath } from './Aftermath'
import styles from './ChatRoom.module.css'
import { Closed } from './Closed'
import { Composer } from './Composer'
import { EndDialog } from './EndDialog'
import { Head } from './Head'
import { Log } from './Log'
import { OtherRooms } from './OtherRooms'
import { lastOfOther } from './roomState'
import { useReading } from './useReading'
import { useRoom } from './useRoom'
import { useTyping } from './useTyping'
import type { RoomWords } from './words'

type Props = { answer: RoomAnswer; me: number; words: RoomWords; onChange: () => void }

/** The chat with one patient, and what is to be done after it. */
export const OpenRoom = ({ answer, me, words, onChange }: Props) => {
  const { room, serverTime } = answer
  const { id, patient, expiresAt } = room
  const now = useServerNow(serverTime)
  const chat = useRoom(id, me)
  const typing = useTyping(id, me)
  const [isAtEnd, setAtEnd] = useState(true)
  const [isEnding, setEnding] = useState(false)
  useReading(id, lastOfOther(chat.state, me), isAtEnd && chat.isReady)

  const left = leftUntil(expiresAt, now)
  // The server says what it is; until it is asked again, its clock does.
  const status = room.status === 'active' && left === 0 ? 'expired' : room.status
  const isOver = status === 'expired'
  const write = (content: string, file: File | null) => {
    typing.stop()
    chat.write(content, file)
  }
  return (
    <div className={styles.room} data-over={isOver}>
      <Head
        isConnected={chat.isReady}
        isOtherHere={chat.isOtherHere}
        left={left}
        now={now}
        onEnd={() => setEnding(true)}
        room={{ ...room, status }}
        words={words}
      />
      <div className={styles.body}>
        <section aria-label={words.log(patient.name)} className={styles.chat}>
          {chat.refusal && (
            <p className={styles.alarm} role="alert">
              {chat.refusal}
            </p>
          )}
          <Log
            chat={chat}
            me={me}
            onEnd={setAtEnd}
            typist={isOver ? null : typing.typist}
            words={words}
          />
          <p className={styles.connection} data-lost={!chat.isReady} role="status">
            {chat.isReady ? '' : words.reconnecting}
          </p>
          {status === 'active' ? (
            <Composer
              doctor={answer.doctor.id}
              draftKey={`sehat:draft:${me}:${id}`}
              onSend={write}
              onTyped={typing.typed}
              words={words}
            />
          ) : (
            <Closed room={{ ...room, status }} words={words} />
          )}
        </section>
        {isOver ? (
          <Aftermath answer={answer} me={me} onChange={onChange} words={words} />
        ) : (
          <OtherRooms current={id} />
        )}
      </div>
      {isEnding && !isOver && (
        <EndDialog
          left={left}
          onClose={() => setEnding(false)}
          onEnded={() => {
            setEnding(false)
            toast.success(words.ended)
            onChange()
          }}
          room={room}
          words={words}
        />
      )}
    </div>
  )
}
