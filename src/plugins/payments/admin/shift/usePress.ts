'use client'

import { toast } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import { callApi, isOutcomeUnknown } from '@/lib/panel/callApi'
import { pressKey } from '@/lib/panel/pressKey'

import { useWords } from './useWords'

/**
 * Sends a form once, however often its button is pressed: the key is the same until its outcome is known.
 * @returns whether it is under way, and what sends it: the answer's document, or null after a refusal
 */
export const usePress = <Doc>(path: string) => {
  const [isBusy, setBusy] = useState(false)
  const attempt = useRef<{ key: string; sent: string } | null>(null)
  const words = useWords()

  const press = async (body: object, done: string): Promise<Doc | null> => {
    const sent = JSON.stringify(body)
    if (attempt.current?.sent !== sent) attempt.current = { key: pressKey(), sent }
    setBusy(true)
    const called = await callApi<{ doc: Doc }>(path, {
      method: 'POST',
      body,
      idempotencyKey: attempt.current.key,
    })
    setBusy(false)
    if (!called.isDone) {
      if (!isOutcomeUnknown(called.status)) attempt.current = null
      toast.error(called.refusal || words.failed)
      return null
    }
    attempt.current = null
    toast.success(done)
    return called.body.doc
  }
  return { isBusy, press }
}
