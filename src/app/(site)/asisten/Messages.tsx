'use client'

import { useEffect, useRef } from 'react'

import { Answer } from './Answer'
import styles from './asisten.module.css'
import type { Message, Refusal } from './talk'

/** How near to its end somebody reads, who is taken along when more comes. */
const NEAR_PX = 80

type AnswerProps = { message: Message; isLast: boolean; askAgain: () => void }

const SIGN_IN = '/masuk?lanjut=/asisten'

const RefusalShown = ({
  refusal,
  askAgain,
}: {
  refusal: Refusal
  askAgain: (() => void) | null
}) => (
  <div className={styles.refusal} role="alert">
    <p>{refusal.message}</p>
    {refusal.needsSignIn && <a href={SIGN_IN}>Masuk</a>}
    {askAgain && refusal.canRetry && (
      <button className={styles.small} onClick={askAgain} type="button">
        Coba lagi
      </button>
    )}
  </div>
)

const AnswerShown = ({ message, isLast, askAgain }: AnswerProps) => {
  const { content, state, refusal, isEmergency } = message
  return (
    <li className={styles.answer} data-emergency={isEmergency} data-state={state}>
      <span className={styles.hidden}>Asisten:</span>
      {isEmergency && <p className={styles.emergency}>Keadaan darurat</p>}
      {state === 'waiting' ? (
        <p aria-hidden className={styles.waiting}>
          <span />
          <span />
          <span />
        </p>
      ) : (
        <div className={styles.text}>
          <Answer text={content} />
        </div>
      )}
      {state === 'stopped' && (
        <div className={styles.refusal}>
          <p>Dihentikan.</p>
          {isLast && (
            <button className={styles.small} onClick={askAgain} type="button">
              Jawab ulang
            </button>
          )}
        </div>
      )}
      {refusal && <RefusalShown askAgain={isLast ? askAgain : null} refusal={refusal} />}
    </li>
  )
}

type Props = { id: string; messages: Message[]; askAgain: () => void }

/** The talk. It is no live region: an answer is read out once, when it is whole. */
export const Messages = ({ id, messages, askAgain }: Props) => {
  const frame = useRef<HTMLDivElement>(null)
  const isAtEnd = useRef(true)
  const count = messages.length

  useEffect(() => {
    isAtEnd.current = true
  }, [count])
  useEffect(() => {
    const element = frame.current
    if (element && isAtEnd.current) element.scrollTop = element.scrollHeight
  }, [messages])

  return (
    <div
      aria-label="Percakapan"
      aria-live="off"
      className={styles.log}
      id={id}
      onScroll={({ currentTarget: { scrollTop, scrollHeight, clientHeight } }) => {
        isAtEnd.current = scrollHeight - scrollTop - clientHeight < NEAR_PX
      }}
      ref={frame}
      role="log"
      // It scrolls: who has no mouse must get there.
      tabIndex={0}
    >
      {count === 0 && (
        <p className={styles.empty}>
          Tanyakan tentang obat, dokter yang sedang praktik, artikel, kursus, atau pesanan Anda.
        </p>
      )}
      <ol className={styles.messages}>
        {messages.map((message, index) =>
          message.role === 'user' ? (
            <li className={styles.question} key={message.key}>
              <span className={styles.hidden}>Anda:</span>
              <p>{message.content}</p>
            </li>
          ) : (
            <AnswerShown
              askAgain={askAgain}
              isLast={index === count - 1}
              key={message.key}
              message={message}
            />
          ),
        )}
      </ol>
    </div>
  )
}
