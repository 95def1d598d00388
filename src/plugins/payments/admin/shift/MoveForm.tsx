'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import { DRAWER_KINDS } from '../../constants'
import { AmountField } from './AmountField'
import styles from './Shift.module.css'
import { TextField } from './TextField'
import { usePress } from './usePress'
import { useWords } from './useWords'

/** Cash that is put into the drawer, or taken out of it, with a reason. */
export const MoveForm = ({ onDone }: { onDone: () => Promise<void> }) => {
  const words = useWords()
  const [kind, setKind] = useState<(typeof DRAWER_KINDS)[number]>('pay-out')
  const [amount, setAmount] = useState<number | null>(null)
  const [reason, setReason] = useState('')
  const { isBusy, press } = usePress('/api/cash-entries')
  const isReady = Boolean(amount) && reason.trim() !== ''
  const send = async () => {
    if (!(await press({ kind, amount, reason }, words.recorded))) return
    setAmount(null)
    setReason('')
    await onDone()
  }
  return (
    <section className={styles.panel}>
      <h2>{words.drawer}</h2>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          if (isReady && !isBusy) void send()
        }}
      >
        <div aria-label={words.kindOf} className={styles.kinds} role="radiogroup">
          {DRAWER_KINDS.map((one) => (
            <label key={one}>
              <input
                checked={kind === one}
                name="kind"
                onChange={() => setKind(one)}
                type="radio"
                value={one}
              />
              {words.kind[one]}
            </label>
          ))}
        </div>
        <AmountField label={words.amount} onChange={setAmount} value={amount} />
        <TextField label={words.reason} onChange={setReason} value={reason} />
        <Button buttonStyle="secondary" disabled={!isReady || isBusy} margin={false} type="submit">
          {words.record}
        </Button>
      </form>
    </section>
  )
}
