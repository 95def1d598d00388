'use client'

import { toast, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { Dialog, DialogField } from '@/lib/panel/Dialog'
import { languageOf } from '@/lib/panel/said'
import { useAttempt } from '@/lib/panel/useAttempt'

import type { LowStock } from '../../stockReports'
import type { StockAction } from './moveStock'
import { moveStock } from './moveStock'
import { signed } from './signed'
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
  const { keyFor, settle } = useAttempt()

  const submit = async () => {
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
  return (
    <Dialog
      about={`${obat.name} · ${words.stock} ${obat.stock} ${obat.unit ?? ''}`}
      canSubmit={!isBusy}
      note={words[`${action}What`]}
      onClose={onClose}
      onSubmit={() => void submit()}
      refusal={refusal}
      title={words[action]}
      words={{ back: words.back, submit: words.save }}
    >
      <DialogField label={label[action]}>
        {(id) => (
          <input
            autoComplete="off"
            data-focus
            id={id}
            inputMode={action === 'adjust' ? 'text' : 'numeric'}
            max={QUANTITY_MAX}
            min={LOWEST[action]}
            onChange={({ target }) => setQuantity(target.value)}
            required
            step={1}
            type="number"
            value={quantity}
          />
        )}
      </DialogField>
      <DialogField label={isReceipt ? words.note : words.reason}>
        {(id) => (
          <input
            autoComplete="off"
            id={id}
            maxLength={REASON_MAX}
            onChange={({ target }) => setReason(target.value)}
            required={!isReceipt}
            value={reason}
          />
        )}
      </DialogField>
    </Dialog>
  )
}
