'use client'

import { useConfig } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import type { Called } from '@/lib/panel/callApi'
import { callApi } from '@/lib/panel/callApi'
import { useAttempt } from '@/lib/panel/useAttempt'

import { useWords } from './useWords'

/** The named operations of a bill, as they stand in their addresses. */
export type Verb = 'take-payment' | 'end-charge' | 'give-back'

/**
 * Changes bills, one at a time: a second press while one is under way does nothing (null). What is sent
 * again after a lost answer has the same key, and so happens once.
 */
export const useBillChange = () => {
  const { config } = useConfig()
  const words = useWords()
  const [isBusy, setBusy] = useState(false)
  const isUnderWay = useRef(false)
  const { keyFor, settle } = useAttempt()

  const refusalOf = ({ refusal, status }: { refusal: string; status: number }): string =>
    refusal || (status === 0 ? words.unreachable : words.failed)

  const change = async (
    id: string,
    verb: Verb,
    body: object = {},
  ): Promise<Called<unknown> | null> => {
    if (isUnderWay.current) return null
    isUnderWay.current = true
    setBusy(true)
    const called = await callApi(`${config.routes.api}/pemeriksaan/${id}/${verb}`, {
      method: 'POST',
      body,
      idempotencyKey: keyFor({ id, verb, body }),
    })
    settle(called)
    isUnderWay.current = false
    setBusy(false)
    return called.isDone ? called : { ...called, refusal: refusalOf(called) }
  }
  return { isBusy, change }
}
