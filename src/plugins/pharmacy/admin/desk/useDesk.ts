'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useEffect, useReducer, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { useLive } from '@/plugins/realtime/admin/useLive'

import type { DeskKind } from '../../constants'
import { ORDERS_CHANGED } from '../../constants'
import type { DeskAnswer } from '../../deskSchemas'
import type { Given, Verb } from '../useOrderChange'
import { useOrderChange } from '../useOrderChange'
import { WORDS as ORDER_WORDS } from '../words'
import { CLOSED, deskReducer } from './deskState'
import { WORDS } from './words'

const TOLD = {
  'confirm-payment': 'confirmed',
  complete: 'completedDone',
  'reject-payment': 'rejectedDone',
  cancel: 'cancelledDone',
} as const

/** Somebody else was first, or the order is not there any more. */
const OVERTAKEN = [400, 404]

type Wanted = { kind: DeskKind; search: string }

/** The queue, the order that is worked on, and what can be done to it. */
export const useDesk = ({ kind, search }: Wanted, language: 'en' | 'id') => {
  const { config } = useConfig()
  const words = WORDS[language]
  const [state, dispatch] = useReducer(deskReducer, CLOSED)
  const [told, setTold] = useState('')
  const { isBusy, change } = useOrderChange()

  const address = `${config.routes.api}/orders/desk`
  const query = new URLSearchParams({ kind, search })
  const { body, isStale, reload } = useLive<DeskAnswer>(`${address}?${query}`, ORDERS_CHANGED)
  useEffect(() => dispatch({ type: 'opened' }), [kind, search])
  useEffect(() => {
    if (body) dispatch({ type: 'arrived', orders: body.docs })
  }, [body])

  const { shown, isGone } = state
  const goneId = isGone ? shown?.id : undefined
  useEffect(() => {
    if (goneId === undefined) return
    const find = new URLSearchParams({ kind: 'all', search: `#${goneId}` })
    void callApi<DeskAnswer>(`${address}?${find}`).then((called) => {
      const order = called.body?.docs.find(({ id }) => id === goneId)
      if (order) dispatch({ type: 'seen', order })
    })
  }, [address, goneId])

  const tell = (text: string, show: (text: string) => unknown) => {
    setTold(text)
    show(text)
  }
  /** @returns whether it was done, or is not to be done any more */
  const act = async (verb: Verb, given: Given = {}): Promise<boolean> => {
    if (!shown) return false
    const { id } = shown
    // How it was paid is noted with the payment, which comes first.
    const isBoth = verb === 'complete' && Object.keys(given).length > 0
    const paid = isBoth ? await change(id, 'confirm-payment', given) : null
    const called = isBoth && !paid?.isDone ? paid : await change(id, verb, isBoth ? {} : given)
    if (!called) return false
    const isOvertaken = !called.isDone && OVERTAKEN.includes(called.status)
    if (called.isDone) {
      tell(words[TOLD[verb]](id), toast.success)
      // What was searched for stays to be looked at.
      if (kind !== 'all') dispatch({ type: 'handled', id, leaves: verb !== 'reject-payment' })
    } else if (isOvertaken) {
      tell(`${words.overtaken(id)} ${called.refusal}`, toast.warning)
      dispatch({ type: 'handled', id, leaves: false })
    } else {
      const { failed, unreachable } = ORDER_WORDS[language]
      tell(called.refusal || (called.status === 0 ? unreachable : failed), toast.error)
    }
    reload()
    return called.isDone || isOvertaken
  }

  return {
    ...state,
    waiting: body?.waiting ?? null,
    isStale,
    isBusy,
    told,
    act,
    reload,
    pick: (id: number | null) => dispatch({ type: 'picked', id }),
    move: (step: number) => dispatch({ type: 'stepped', step }),
  }
}
