import { useCallback, useState } from 'react'

import { callApi, isOutcomeUnknown } from '@/lib/panel/callApi'
import type { Order } from '@/payload-types'

import type { Basket } from './basket'
import { EMPTY, refreshLines, totalOf } from './basket'
import { findAgain } from './findObat'
import { useStored } from '@/lib/panel/useStored'

/** A sale that was sent: repeated with the same key, it is the same sale. */
type Sending = { key: string; body: object }
type Kept = { basket: Basket; sending: Sending | null }
export type Sold = Pick<Order, 'id' | 'totalPrice' | 'cashReceived'>

const NOTHING: Kept = { basket: EMPTY, sending: null }

const ATTEMPTS = 3
const PAUSE_MS = 1500
const pause = async (): Promise<void> => new Promise((resolve) => setTimeout(resolve, PAUSE_MS))

/** `crypto.randomUUID` is there over https only, and a shop's own network may have none. */
const newKey = (): string =>
  Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')

const bodyOf = (basket: Basket): object => ({
  items: basket.lines.map(({ obat, quantity }) => ({ obat: obat.id, quantity })),
  paymentMethod: basket.method,
  ...(basket.method === 'cash' ? { cashReceived: basket.received } : {}),
  customerName: basket.customerName,
  customerPhone: basket.customerPhone,
  prescriptionSeen: basket.prescriptionSeen,
  prescription: basket.prescription,
  totalPrice: totalOf(basket),
})

const send = async ({ key, body }: Sending) => {
  for (let attempt = 1; ; attempt += 1) {
    const called = await callApi<{ doc: Order }>('/api/orders/counter-sale', {
      method: 'POST',
      body,
      idempotencyKey: key,
    })
    const isOver = called.isDone || !isOutcomeUnknown(called.status) || attempt === ATTEMPTS
    if (isOver) return called
    await pause()
  }
}

type SaleState = 'typing' | 'sending' | 'lost'

/**
 * The basket of one user in this window, and its sale. What was sent is kept with its key until the
 * answer is known, through a reload too: a lost answer is asked for again, and never sells twice.
 */
export const useSale = (user: number | string) => {
  const { value, read, change } = useStored<Kept>(`sehat.counter.${user}`, NOTHING)
  const [isSending, setSending] = useState(false)
  const [sold, setSold] = useState<Sold | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)

  const edit = useCallback(
    (next: (basket: Basket) => Basket) => {
      setRefusal(null)
      change((kept) => (kept.sending ? kept : { ...kept, basket: next(kept.basket) }))
    },
    [change],
  )

  const refresh = useCallback(async () => {
    const called = await findAgain(read().basket.lines.map(({ obat }) => obat.id))
    if (!called.isDone) return
    const { docs } = called.body
    change((kept) => ({ ...kept, basket: refreshLines(kept.basket, docs) }))
  }, [change, read])

  const sell = useCallback(async () => {
    const sending = read().sending ?? { key: newKey(), body: bodyOf(read().basket) }
    change((kept) => ({ ...kept, sending }))
    setSending(true)
    setRefusal(null)
    const called = await send(sending)
    setSending(false)
    if (called.isDone) {
      setSold(called.body.doc)
      change(() => NOTHING)
    } else if (!isOutcomeUnknown(called.status)) {
      change((kept) => ({ ...kept, sending: null }))
      setRefusal(called.refusal)
      await refresh()
    }
  }, [change, read, refresh])

  const lost = value.sending ? 'lost' : 'typing'
  const state: SaleState = isSending ? 'sending' : lost
  return {
    basket: value.basket,
    state,
    sold,
    refusal,
    edit,
    sell,
    next: () => setSold(null),
  }
}
