'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'

import type { Called } from '@/lib/panel/callApi'
import { callApi } from '@/lib/panel/callApi'
import { useAttempt } from '@/lib/panel/useAttempt'

import { useWords } from './useWords'

type Verb = 'sync' | 'approve' | 'deny' | 'refund'

/**
 * The named operations of a transaction, one at a time. What is sent again after a lost answer has the
 * same key, and so happens once.
 */
export const useTransactionChange = (id: string) => {
  const { config } = useConfig()
  const words = useWords()
  const router = useRouter()
  const [isBusy, setBusy] = useState(false)
  const isUnderWay = useRef(false)
  const { keyFor, settle } = useAttempt()

  const refusalOf = ({ refusal, status }: { refusal: string; status: number }): string =>
    refusal || (status === 0 ? words.unreachable : words.failed)

  /** @param sent what names the attempt, where the body is a form */
  const change = async <Body>(
    verb: Verb,
    body: object = {},
    sent: object = body,
  ): Promise<Called<Body> | null> => {
    if (isUnderWay.current) return null
    isUnderWay.current = true
    setBusy(true)
    const called = await callApi<Body>(`${config.routes.api}/transactions/${id}/${verb}`, {
      method: 'POST',
      body,
      idempotencyKey: keyFor({ verb, sent }),
    })
    settle(called)
    isUnderWay.current = false
    setBusy(false)
    if (called.isDone) router.refresh()
    return called.isDone ? called : { ...called, refusal: refusalOf(called) }
  }

  /** The same, with the outcome said in the panel's corner. @returns whether it was done */
  const say = async (verb: Verb, done: string): Promise<boolean> => {
    const called = await change(verb)
    if (!called) return false
    if (called.isDone) toast.success(done)
    else toast.error(called.refusal)
    return called.isDone
  }
  return { isBusy, change, say }
}
