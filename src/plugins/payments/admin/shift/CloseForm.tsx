'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { showRupiah } from '@/lib/panel/showRupiah'

import { AmountField } from './AmountField'
import { NoteCounter } from './NoteCounter'
import styles from './Shift.module.css'
import { TextField } from './TextField'
import { usePress } from './usePress'
import { useWords } from './useWords'

type Props = { shift: number; onDone: () => Promise<void> }

/** Counts the drawer without knowing what should be in it, and closes the shift. */
export const CloseForm = ({ shift, onDone }: Props) => {
  const words = useWords()
  const [cash, setCash] = useState<number | null>(null)
  const [qris, setQris] = useState<number | null>(null)
  const [transfer, setTransfer] = useState<number | null>(null)
  const [note, setNote] = useState('')
  const { isBusy, press } = usePress(`/api/shifts/${shift}/close`)
  const send = async () => {
    if (cash === null || isBusy) return
    if (!window.confirm(words.confirmClose.replace('{amount}', showRupiah(cash)))) return
    const counted = { countedCash: cash, countedQris: qris, countedTransfer: transfer }
    await press({ ...counted, note: note || null }, words.closed)
    await onDone()
  }
  return (
    <section className={styles.panel}>
      <h2>{words.close}</h2>
      <p className={styles.quiet}>{words.closeHint}</p>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void send()
        }}
      >
        <AmountField label={words.countedCash} onChange={setCash} value={cash} />
        <NoteCounter onCount={setCash} />
        <AmountField
          hint={words.optional}
          label={words.countedQris}
          onChange={setQris}
          value={qris}
        />
        <AmountField
          hint={words.optional}
          label={words.countedTransfer}
          onChange={setTransfer}
          value={transfer}
        />
        <TextField hint={words.optional} label={words.note} onChange={setNote} value={note} />
        <Button disabled={cash === null || isBusy} margin={false} type="submit">
          {words.close}
        </Button>
      </form>
    </section>
  )
}
