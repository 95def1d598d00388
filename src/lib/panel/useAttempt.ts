'use client'

import { useRef } from 'react'

import type { Called } from './callApi'
import { isOutcomeUnknown } from './callApi'
import { pressKey } from './pressKey'

/**
 * The `Idempotency-Key` of a form: the same for the same content until its outcome is known, so that what
 * is sent again after a lost answer is done once.
 */
export const useAttempt = () => {
  const attempt = useRef<{ key: string; sent: string } | null>(null)
  const keyFor = (body: object): string => {
    const sent = JSON.stringify(body)
    if (attempt.current?.sent !== sent) attempt.current = { key: pressKey(), sent }
    return attempt.current.key
  }
  const settle = (called: Called<unknown>): void => {
    if (called.isDone || !isOutcomeUnknown(called.status)) attempt.current = null
  }
  return { keyFor, settle }
}
