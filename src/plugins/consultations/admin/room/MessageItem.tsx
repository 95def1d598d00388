'use client'

import { useConfig } from '@payloadcms/ui'
import { memo } from 'react'

import { showClock } from '@/lib/panel/showDate'

import { Attachment } from './Attachment'
import type { ChatMessage } from './chatMessage'
import styles from './Log.module.css'
import { MarkIcon } from './MarkIcon'
import type { Outgoing, RoomState } from './roomState'
import { progressOf } from './roomState'
import type { RoomWords } from './words'

type Props = { message: ChatMessage; state: RoomState; me: number; words: RoomWords }

const Body = ({
  message,
  isOwn,
  progress,
  words,
}: Pick<Props, 'message' | 'words'> & {
  isOwn: boolean
  progress: ReturnType<typeof progressOf>
}) => {
  const { config } = useConfig()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const { sender, content, attachment, created_at: createdAt } = message
  return (
    <li className={styles.message} data-own={isOwn} data-seq={message.seq}>
      <span className={styles.told}>{isOwn ? words.you : sender.name}: </span>
      {attachment && <Attachment file={attachment} sender={sender.name} words={words} />}
      {content && <p className={styles.content}>{content}</p>}
      <p className={styles.foot}>
        <time dateTime={createdAt}>{showClock(createdAt, zone)}</time>
        {isOwn && <MarkIcon label={words.marks[progress]} mark={progress} />}
      </p>
    </li>
  )
}
const Kept = memo(Body)

/** A message that is stored, and how far it has come. */
export const MessageItem = ({ message, state, me, words }: Props) => (
  <Kept
    isOwn={message.sender.id === me}
    message={message}
    progress={progressOf(state, message)}
    words={words}
  />
)

type OutgoingProps = {
  outgoing: Outgoing
  isReady: boolean
  words: RoomWords
  onRetry: (clientId: string) => void
  onDrop: (clientId: string) => void
}

/** A message that the server has not taken (yet). */
export const OutgoingItem = ({ outgoing, isReady, words, onRetry, onDrop }: OutgoingProps) => {
  const { clientId, content, file, refusal } = outgoing
  const waiting = isReady ? 'sending' : 'queued'
  const mark = refusal === null ? waiting : 'failed'
  return (
    <li className={styles.message} data-mark={mark} data-own>
      <span className={styles.told}>{words.you}: </span>
      {file && <p className={styles.file}>{file.name}</p>}
      {content && <p className={styles.content}>{content}</p>}
      <p className={styles.foot}>
        <MarkIcon label={words.marks[mark]} mark={mark} />
        <span>{words.marks[mark]}</span>
      </p>
      {refusal !== null && (
        <div className={styles.refused} role="alert">
          <span>{refusal}</span>
          <button onClick={() => onRetry(clientId)} type="button">
            {words.retry}
          </button>
          <button onClick={() => onDrop(clientId)} type="button">
            {words.discard}
          </button>
        </div>
      )}
    </li>
  )
}
