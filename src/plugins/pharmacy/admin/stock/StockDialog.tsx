'use client'

import { Button, toast, useTranslation } from '@payloadcms/ui'
import type { SyntheticEvent } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import { languageOf } from '@/lib/panel/said'
import { useAttempt } from '@/lib/panel/useAttempt'

import type { LowStock } from '../../stockReports'
import type { StockAction } from './moveStock'
import { moveStock } from './moveStock'
import { signed } from './signed'
import styles from './Stock.module.css'
import { WORDS } from './words'

const REASON_MAX = 500
const QUANTITY_MAX = 1_000_000

type Props = {
  obat: Pick<LowStock, 'id' | 'name' | 'stock' | 'unit'>
  action: StockAction
  onDone: () => void
  onClose: () => void
}

const LOWEST: Record<StockAction, number> = {
  receive: 1,
  count: 0,
  adjust: -QUANTITY_MAX,
  writeOff: 1,
}

/** Receives, counts, adjusts or writes off one obat. */
export const StockDialog = ({ obat, action, onDone, onClose }: Props) => {
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const [quantity, setQuantity] = useState('')
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const [isBusy, setBusy] = useState(false)
  const dialog = useRef<HTMLDialogElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const { keyFor, settle } = useAttempt()
  const id = useId()

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    input.current?.focus()
  }, [])

  const submit = async (event: SyntheticEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (isBusy) return
    setBusy(true)
    const move = { obat: obat.id, action, quantity: Number(quantity), reason: reason.trim() }
    const called = await moveStock(move, keyFor(move))
    setBusy(false)
    settle(called)
    if (!called.isDone) {
      setRefusal(called.refusal || words.failed)
      return
    }
    const { difference } = called.body
    if (difference === null) toast.success(words.saved)
    else
      toast.success(difference === 0 ? words.nothingDiffers : words.difference(signed(difference)))
    onDone()
    onClose()
  }

  const isReceipt = action === 'receive'
  const label = {
    receive: words.quantity,
    writeOff: words.quantity,
    count: words.counted,
    adjust: words.signed,
  }
  return createPortal(
    <dialog
      aria-labelledby={`${id}-title`}
      className={styles.dialog}
      onClose={onClose}
      ref={dialog}
    >
      <form onSubmit={(event) => void submit(event)}>
        <p className={styles.muted}>
          {obat.name} · {words.stock} {obat.stock} {obat.unit}
        </p>
        <h2 id={`${id}-title`}>{words[action]}</h2>
        <p className={styles.muted}>{words[`${action}What`]}</p>
        <div className={styles.field}>
          <label htmlFor={`${id}-quantity`}>{label[action]}</label>
          <input
            autoComplete="off"
            id={`${id}-quantity`}
            inputMode={action === 'adjust' ? 'text' : 'numeric'}
            max={QUANTITY_MAX}
            min={LOWEST[action]}
            onChange={({ target }) => setQuantity(target.value)}
            ref={input}
            required
            step={1}
            type="number"
            value={quantity}
          />
        </div>
        <div className={styles.field}>
          <label htmlFor={`${id}-reason`}>{isReceipt ? words.note : words.reason}</label>
          <input
            autoComplete="off"
            id={`${id}-reason`}
            maxLength={REASON_MAX}
            onChange={({ target }) => setReason(target.value)}
            required={!isReceipt}
            value={reason}
          />
        </div>
        {refusal && (
          <p className={styles.wrong} role="alert">
            {refusal}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => dialog.current?.close()}
            type="button"
          >
            {words.back}
          </Button>
          <Button disabled={isBusy} margin={false} type="submit">
            {words.save}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
