'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { useAttempt } from '@/lib/panel/useAttempt'

import { useWords } from './useWords'

/**
 * Sends a form once, however often its button is pressed.
 * @returns whether it is under way, and what sends it: the answer's document, or null after a refusal
 */
export const usePress = <Doc>(path: string) => {
  const [isBusy, setBusy] = useState(false)
  const { keyFor, settle } = useAttempt()
  const words = useWords()

  const press = async (body: object, done: string): Promise<Doc | null> => {
    setBusy(true)
    const called = await callApi<{ doc: Doc }>(path, {
      method: 'POST',
      body,
      idempotencyKey: keyFor(body),
    })
    setBusy(false)
    settle(called)
    if (!called.isDone) {
      toast.error(called.refusal || words.failed)
      return null
    }
    toast.success(done)
    return called.body.doc
  }
  return { isBusy, press }
}
