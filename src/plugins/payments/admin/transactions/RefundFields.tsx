'use client'

import { DialogField } from '@/lib/panel/Dialog'
import { showRupiah } from '@/lib/panel/showRupiah'

import { REASON_MAX } from '../../constants'
import type { Paid } from '../../transactionSchemas'
import { channelName } from './describeEntry'
import type { How, RefundForm } from './useRefundForm'
import { useWords } from './useWords'

const Manual = ({ form }: { form: RefundForm }) => {
  const words = useWords()
  return (
    <>
      <DialogField hint={words.noteHint} label={words.note}>
        {(id) => (
          <textarea
            id={id}
            maxLength={REASON_MAX}
            onChange={({ target }) => form.set({ note: target.value })}
            required
            rows={2}
            value={form.given.note}
          />
        )}
      </DialogField>
      <DialogField label={words.proofFile}>
        {(id) => (
          <input
            accept="image/jpeg,image/png,image/webp"
            id={id}
            onChange={({ target }) => form.set({ proof: target.files?.[0] ?? null })}
            required
            type="file"
          />
        )}
      </DialogField>
    </>
  )
}

const Which = ({ form, payments }: { form: RefundForm; payments: Paid[] }) => {
  const words = useWords()
  if (payments.length < 2) return null
  return (
    <DialogField label={words.which}>
      {(id) => (
        <select
          id={id}
          onChange={({ target }) => form.choose(target.value)}
          value={form.payment.gatewayOrderId}
        >
          {payments.map(({ gatewayOrderId, channel, left }) => (
            <option key={gatewayOrderId} value={gatewayOrderId}>
              {[gatewayOrderId, channelName(channel), showRupiah(left)].filter(Boolean).join(' · ')}
            </option>
          ))}
        </select>
      )}
    </DialogField>
  )
}

/** The fields of a refund: which payment, how, how much, why. */
export const RefundFields = ({ form, payments }: { form: RefundForm; payments: Paid[] }) => {
  const words = useWords()
  const { payment, given } = form
  const { byGateway, left, paid } = payment
  const isWhole = byGateway === 'whole' && !form.isManual
  return (
    <>
      <Which form={form} payments={payments} />
      <DialogField label={words.how} {...(byGateway === 'none' ? { hint: words.noGateway } : {})}>
        {(id) => (
          <select
            disabled={byGateway === 'none'}
            id={id}
            onChange={({ target }) => form.set({ how: target.value as How, amount: String(left) })}
            value={given.how}
          >
            {byGateway !== 'none' && <option value="gateway">{words.gateway}</option>}
            <option value="manual">{words.manual}</option>
          </select>
        )}
      </DialogField>
      <DialogField
        hint={isWhole ? words.wholeOnly : words.left(showRupiah(left), showRupiah(paid))}
        label={words.rupiah}
      >
        {(id) => (
          <input
            data-focus
            id={id}
            max={left}
            min={1}
            onChange={({ target }) => form.set({ amount: target.value })}
            readOnly={isWhole}
            required
            step={1}
            type="number"
            value={given.amount}
          />
        )}
      </DialogField>
      <DialogField label={words.reason}>
        {(id) => (
          <input
            autoComplete="off"
            id={id}
            maxLength={REASON_MAX}
            onChange={({ target }) => form.set({ reason: target.value })}
            required
            value={given.reason}
          />
        )}
      </DialogField>
      {form.isManual && <Manual form={form} />}
    </>
  )
}
