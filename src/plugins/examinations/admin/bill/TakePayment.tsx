'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import { CashField } from '@/lib/panel/CashField'
import { Dialog } from '@/lib/panel/Dialog'
import { MethodPicker } from '@/lib/panel/MethodPicker'
import { showRupiah } from '@/lib/panel/showRupiah'
import type { CashMethod } from '@/plugins/payments/contract'
import { CASH_METHODS } from '@/plugins/payments/contract'

import { billNumber } from '../../constants'
import { METHOD_LABELS } from '../../labels'
import { useBillChange } from '../useBillChange'
import { useWords } from '../useWords'

export type Payable = { id: string; number: number; total: number; patient: string | null }

type Props = { bill: Payable; onClose: () => void; onDone: () => void }

/** Takes the money of a bill at the desk: how it came, and of cash what goes back. */
export const TakePayment = ({ bill, onClose, onDone }: Props) => {
  const words = useWords()
  const { isBusy, change } = useBillChange()
  const [method, setMethod] = useState<CashMethod>('cash')
  const [received, setReceived] = useState<number | null>(null)
  const [refusal, setRefusal] = useState('')
  const { id, patient, total } = bill
  const number = billNumber(bill.number)
  const isShort = method === 'cash' && received !== null && received < total

  const submit = async (): Promise<void> => {
    if (isShort) return
    const cash = method === 'cash' && received !== null ? { cashReceived: received } : {}
    const called = await change(id, 'take-payment', { method, total, ...cash })
    if (!called) return
    if (!called.isDone) {
      setRefusal(called.refusal)
      return
    }
    toast.success(words.taken(number))
    onDone()
    onClose()
  }
  return (
    <Dialog
      about={patient ? `${number} · ${patient}` : number}
      canSubmit={!isBusy && !isShort}
      note={words.takeNote(showRupiah(total))}
      onClose={onClose}
      onSubmit={() => void submit()}
      refusal={refusal}
      title={words.take}
      words={{ back: words.back, submit: words.take }}
    >
      <MethodPicker
        legend={words.takenBy}
        method={method}
        methods={CASH_METHODS.map((value) => ({
          value,
          label: METHOD_LABELS[value][words.language],
        }))}
        onChange={setMethod}
      />
      {method === 'cash' && (
        <CashField
          onChange={setReceived}
          onEnter={() => void submit()}
          received={received}
          total={total}
          words={words}
        />
      )}
    </Dialog>
  )
}
