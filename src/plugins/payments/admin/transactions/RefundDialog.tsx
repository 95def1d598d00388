'use client'

import { toast, useConfig } from '@payloadcms/ui'

import { Dialog } from '@/lib/panel/Dialog'
import { showRupiah } from '@/lib/panel/showRupiah'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { PAYMENTS_CHANGED } from '../../constants'
import type { Paid, Refunded, Timeline } from '../../transactionSchemas'
import { RefundFields } from './RefundFields'
import { useRefundForm } from './useRefundForm'
import { useTransactionChange } from './useTransactionChange'
import { useWords } from './useWords'

type Props = { id: string; invoice: string; onClose: () => void }

const Form = ({ id, invoice, onClose, payments }: Props & { payments: Paid[] }) => {
  const words = useWords()
  const { isBusy, change } = useTransactionChange(id)
  const form = useRefundForm(payments)
  const submit = async () => {
    const called = await change<Refunded>('refund', form.body(), form.sent())
    if (!called) return
    if (!called.isDone) {
      form.refuse(called.refusal)
      return
    }
    const { amount, status } = called.body.refund
    if (status === 'SUCCESS') toast.success(words.refundedDone(showRupiah(amount)))
    else toast.info(words.refundPending)
    onClose()
  }
  return (
    <Dialog
      about={invoice}
      canSubmit={!isBusy && form.isReady}
      note={words.refundNote}
      onClose={onClose}
      onSubmit={() => void submit()}
      refusal={form.refusal}
      title={words.refundWhy}
      words={{ back: words.back, submit: words.refundButton }}
    >
      <RefundFields form={form} payments={payments} />
    </Dialog>
  )
}

/** Gives money of a transaction back, within what the way it was paid by allows. */
export const RefundDialog = (props: Props) => {
  const { config } = useConfig()
  const path = `${config.routes.api}/transactions/${props.id}/timeline`
  const { body, isStale } = useLive<Timeline>(path, PAYMENTS_CHANGED)
  const words = useWords()
  const payments = body?.payments.filter(({ left }) => left > 0) ?? []
  if (payments.length > 0) return <Form {...props} payments={payments} />
  if (!body && !isStale) return null
  return (
    <Dialog
      about={props.invoice}
      canSubmit={false}
      onClose={props.onClose}
      onSubmit={props.onClose}
      refusal={body ? words.nothingLeft : words.failed}
      title={words.refundWhy}
      words={{ back: words.back, submit: words.refundButton }}
    >
      {null}
    </Dialog>
  )
}
