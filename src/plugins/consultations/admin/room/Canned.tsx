'use client'

import { useId, useRef, useState } from 'react'

import { CANNED_MAX } from '../../constants'
import styles from './Composer.module.css'
import { useCanned } from './useCanned'
import type { RoomWords } from './words'

type Props = {
  doctor: number
  /** What is written at the moment. */
  text: string
  words: RoomWords
  onPick: (text: string) => void
}

/** Sentences that a doctor sends often: put into the message, or kept from it. */
export const Canned = ({ doctor, text, words, onPick }: Props) => {
  const { texts, keep, drop } = useCanned(doctor, words)
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const id = useId()
  const written = text.trim()
  const canKeep = written !== '' && written.length <= CANNED_MAX && !texts?.includes(written)
  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  return (
    <div
      onKeyDown={(event) => {
        if (event.key === 'Escape' && isOpen) close()
      }}
    >
      <button
        aria-controls={id}
        aria-expanded={isOpen}
        className={styles.tool}
        onClick={() => setOpen(!isOpen)}
        ref={button}
        type="button"
      >
        {words.canned}
      </button>
      {isOpen && (
        <div className={styles.answers} id={id}>
          {texts?.length === 0 && <p>{words.noCanned}</p>}
          <ul>
            {texts?.map((one) => (
              <li key={one}>
                <button
                  className={styles.answer}
                  onClick={() => {
                    setOpen(false)
                    onPick(one)
                  }}
                  type="button"
                >
                  {one}
                </button>
                <button
                  aria-label={words.dropCanned(one)}
                  className={styles.drop}
                  onClick={() => void drop(one)}
                  type="button"
                >
                  ×
                </button>
              </li>
            ))}
          </ul>
          <button
            className={styles.tool}
            disabled={!canKeep}
            onClick={() => void keep(written)}
            type="button"
          >
            {words.keepCanned}
          </button>
        </div>
      )}
    </div>
  )
}
