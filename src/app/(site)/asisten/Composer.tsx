'use client'

import type { KeyboardEvent } from 'react'
import { useRef, useState } from 'react'

import styles from './asisten.module.css'

type Props = {
  isReady: boolean
  isUnderWay: boolean
  /** The talk is as long as one may be. */
  isFull: boolean
  /** Characters of a question at most. */
  contentMax: number
  ask: (question: string) => void
  stop: () => void
}

const FULL = 'Percakapan ini sudah panjang. Mulai percakapan baru untuk bertanya lagi.'

/** Where one writes; Enter sends, Shift and Enter begin a line. */
export const Composer = ({ isReady, isUnderWay, isFull, contentMax, ask, stop }: Props) => {
  const [question, setQuestion] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)

  const send = (): void => {
    const asked = question.trim()
    if (!asked || isUnderWay) return
    ask(asked)
    setQuestion('')
    field.current?.focus()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }

  if (isFull && !isUnderWay) return <p className={styles.notice}>{FULL}</p>
  return (
    <form
      className={styles.composer}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <label className={styles.hidden} htmlFor="question">
        Pertanyaan
      </label>
      <textarea
        disabled={!isReady}
        enterKeyHint="send"
        id="question"
        maxLength={contentMax}
        onChange={({ target }) => setQuestion(target.value)}
        onKeyDown={onKeyDown}
        placeholder="Tulis pertanyaan…"
        ref={field}
        rows={2}
        value={question}
      />
      {isUnderWay ? (
        <button
          className={styles.send}
          data-stop
          onClick={() => {
            stop()
            field.current?.focus()
          }}
          type="button"
        >
          Berhenti
        </button>
      ) : (
        <button className={styles.send} disabled={!isReady} type="submit">
          Kirim
        </button>
      )}
    </form>
  )
}
