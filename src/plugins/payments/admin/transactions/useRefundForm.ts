'use client'

import { useState } from 'react'

import type { Paid } from '../../transactionSchemas'

export type How = 'gateway' | 'manual'

type Given = { amount: string; reason: string; note: string; how: How; proof: File | null }

const howOf = ({ byGateway, left, paid }: Paid): How =>
  byGateway === 'none' || (byGateway === 'whole' && left < paid) ? 'manual' : 'gateway'

const start = (payment: Paid): Given => ({
  amount: String(payment.left),
  reason: '',
  note: '',
  how: howOf(payment),
  proof: null,
})

/** What stands in the form of a refund, and what it sends. @param payments not empty */
export const useRefundForm = (payments: Paid[]) => {
  const [chosen, setChosen] = useState(payments.at(-1)?.gatewayOrderId)
  const payment = payments.find(({ gatewayOrderId }) => gatewayOrderId === chosen) as Paid
  const [given, setGiven] = useState(() => start(payment))
  const [refusal, refuse] = useState('')

  const set = (changed: Partial<Given>) => {
    refuse('')
    setGiven((before) => ({ ...before, ...changed }))
  }
  const choose = (gatewayOrderId: string) => {
    setChosen(gatewayOrderId)
    const next = payments.find((one) => one.gatewayOrderId === gatewayOrderId)
    if (next) set({ amount: String(next.left), how: howOf(next) })
  }
  const isManual = given.how === 'manual'
  const sent = () => ({
    gatewayOrderId: payment.gatewayOrderId,
    amount: Number(given.amount),
    reason: given.reason.trim(),
    kind: given.how,
    ...(isManual ? { note: given.note.trim(), proof: given.proof?.name } : {}),
  })
  const body = (): object => {
    if (!isManual) return sent()
    const form = new FormData()
    const { proof: _name, ...texts } = sent()
    for (const [name, text] of Object.entries(texts)) form.set(name, String(text))
    if (given.proof) form.set('proof', given.proof)
    return form
  }
  const isReady =
    Boolean(given.reason.trim()) &&
    (!isManual || (Boolean(given.note.trim()) && given.proof !== null))
  return { payment, given, refusal, isManual, isReady, set, choose, refuse, sent, body }
}
export type RefundForm = ReturnType<typeof useRefundForm>
