'use client'

import { useState } from 'react'

import styles from './asisten.module.css'
import type { Message } from './talk'

const isComing = ({ state }: Message): boolean => state === 'waiting' || state === 'streaming'

const say = ({ state, content, refusal }: Message): string => {
  if (state === 'waiting' || state === 'streaming') return 'Asisten sedang menjawab…'
  if (state === 'stopped') return 'Jawaban dihentikan.'
  // What was refused is an alert of its own.
  return refusal ? '' : `Asisten: ${content}`
}

/** For who listens: that an answer is coming, and the answer once it is whole; not each word of it. */
export const Spoken = ({ last }: { last: Message | undefined }) => {
  // What was there before anything was asked is not read out.
  const [key, setKey] = useState<string | null>(null)
  if (last && isComing(last) && last.key !== key) setKey(last.key)
  return (
    <p className={styles.hidden} role="status">
      {last?.key === key ? say(last) : ''}
    </p>
  )
}
