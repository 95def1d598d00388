'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { AmountField } from './AmountField'
import styles from './Shift.module.css'
import { TextField } from './TextField'
import { usePress } from './usePress'
import { useWords } from './useWords'

type Props = {
  /** The automatic shift whose float is stated; null: a shift is opened with it. */
  shift: number | null
  onDone: () => Promise<void>
}

/** Says what is in the drawer at the start. */
export const FloatForm = ({ shift, onDone }: Props) => {
  const words = useWords()
  const [float, setFloat] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const path = shift === null ? '/api/shifts' : `/api/shifts/${shift}/float`
  const { isBusy, press } = usePress(path)
  const send = async () => {
    const done = shift === null ? words.opened : words.stated
    await press({ openingFloat: float, ...(note ? { note } : {}) }, done)
    // Refused or not: a payment may have opened the shift meanwhile.
    await onDone()
  }
  return (
    <form
      className={styles.line}
      onSubmit={(event) => {
        event.preventDefault()
        if (float !== null && !isBusy) void send()
      }}
    >
      <AmountField label={words.float} onChange={setFloat} value={float} />
      {shift === null && (
        <TextField hint={words.optional} label={words.note} onChange={setNote} value={note} />
      )}
      <Button disabled={isBusy || float === null} margin={false} type="submit">
        {shift === null ? words.open : words.stateFloat}
      </Button>
    </form>
  )
}
