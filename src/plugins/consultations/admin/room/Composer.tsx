'use client'

import { Button } from '@payloadcms/ui'
import type { KeyboardEvent, SyntheticEvent } from 'react'
import { useId, useRef, useState } from 'react'

import { useStored } from '@/lib/panel/useStored'

import { CONTENT_MAX } from '../../constants'
import { Canned } from './Canned'
import styles from './Composer.module.css'
import { faultOfFile, SENDABLE } from './pickedFile'
import type { RoomWords } from './words'

type Props = {
  /** Whose canned answers. */
  doctor: number
  /** Where this window keeps what is written. */
  draftKey: string
  words: RoomWords
  onTyped: (text: string) => void
  onSend: (content: string, file: File | null) => void
}

const EMPTY = { text: '' }

/** Characters as the server counts them. */
const lengthOf = (text: string): number => Array.from(text).length

/** Where a message is written; what is in it survives a reload. */
export const Composer = ({ doctor, draftKey, words, onTyped, onSend }: Props) => {
  const { value, change } = useStored(draftKey, EMPTY)
  const { text } = value
  const [file, setFile] = useState<File | null>(null)
  const [fault, setFault] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const id = useId()

  const over = lengthOf(text) - CONTENT_MAX
  const canSend = over <= 0 && (text.trim() !== '' || file !== null)
  const write = (next: string) => {
    change(() => ({ text: next }))
    onTyped(next)
  }
  const detach = () => {
    setFile(null)
    if (picker.current) picker.current.value = ''
  }
  const pick = (picked: File | undefined) => {
    if (!picked) return
    const wrong = faultOfFile(picked, words)
    setFault(wrong)
    if (wrong) detach()
    else setFile(picked)
    field.current?.focus()
  }
  const send = (event?: SyntheticEvent) => {
    event?.preventDefault()
    if (!canSend) return
    onSend(text, file)
    change(() => EMPTY)
    detach()
    setFault('')
    field.current?.focus()
  }
  const press = (event: KeyboardEvent) => {
    // Enter that ends the writing of a composed character sends nothing.
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
    event.preventDefault()
    send()
  }
  return (
    <form className={styles.composer} onSubmit={send}>
      {file && (
        <p className={styles.picked}>
          <span>{file.name}</span>
          <button aria-label={words.detach} className={styles.drop} onClick={detach} type="button">
            ×
          </button>
        </p>
      )}
      <p className={styles.fault} role="alert">
        {over > 0 ? words.tooLong(over) : fault}
      </p>
      <div className={styles.line}>
        <textarea
          aria-describedby={id}
          aria-label={words.message}
          onChange={({ target }) => write(target.value)}
          onKeyDown={press}
          placeholder={words.message}
          ref={field}
          rows={2}
          value={text}
        />
        <Button disabled={!canSend} margin={false} type="submit">
          {words.send}
        </Button>
      </div>
      <div className={styles.tools}>
        <input
          accept={SENDABLE}
          aria-hidden
          hidden
          onChange={({ target }) => pick(target.files?.[0])}
          ref={picker}
          tabIndex={-1}
          type="file"
        />
        <button className={styles.tool} onClick={() => picker.current?.click()} type="button">
          {words.attach}
        </button>
        <Canned
          doctor={doctor}
          onPick={(picked) => {
            write(text.trim() === '' ? picked : `${text.trimEnd()} ${picked}`)
            field.current?.focus()
          }}
          text={text}
          words={words}
        />
        <span className={styles.keys} id={id}>
          {words.keys}
        </span>
      </div>
    </form>
  )
}
