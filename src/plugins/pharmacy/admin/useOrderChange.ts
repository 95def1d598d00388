'use client'

import { useConfig } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import type { Called } from '@/lib/panel/callApi'
import { callApi } from '@/lib/panel/callApi'
import { pressKey } from '@/lib/panel/pressKey'

/** The named operations of an order, as they stand in their addresses. */
export type Verb = 'confirm-payment' | 'complete' | 'reject-payment' | 'cancel'

/** What goes with it: why; how it was paid after all, and what was handed over. */
export type Given = { reason?: string; method?: string; cashReceived?: number }

const ATTEMPTS = 2

/**
 * Changes orders, one at a time: a second press while one is under way does nothing (null). A press
 * whose answer got lost is sent again with the same key, and so happens once.
 */
export const useOrderChange = () => {
  const { config } = useConfig()
  const [isBusy, setBusy] = useState(false)
  const isUnderWay = useRef(false)

  const call = async (id: number, verb: Verb, body: Given): Promise<Called<unknown>> => {
    const path = `${config.routes.api}/orders/${id}/${verb}`
    const options = { method: 'POST', body, idempotencyKey: pressKey() } as const
    for (let attempt = 1; ; attempt += 1) {
      const called = await callApi(path, options)
      if (called.isDone || called.status !== 0 || attempt === ATTEMPTS) return called
    }
  }
  const change = async (id: number, verb: Verb, body: Given = {}) => {
    if (isUnderWay.current) return null
    isUnderWay.current = true
    setBusy(true)
    try {
      return await call(id, verb, body)
    } finally {
      isUnderWay.current = false
      setBusy(false)
    }
  }
  return { isBusy, change }
}
