'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import type { Called } from '@/lib/panel/callApi'
import { callApi } from '@/lib/panel/callApi'
import { useRealtime } from '@/plugins/realtime/admin/useRealtime'

type Live<Body> = { body: Body | null; refusal: string | null; reload: () => void }

/**
 * What a path of the API answers, read again whenever an order changes. The last answer stays while a
 * later one cannot be had.
 */
export const useLive = <Body>(path: string): Live<Body> => {
  const [body, setBody] = useState<Body | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const latest = useRef(0)

  const reload = useCallback(() => {
    latest.current += 1
    const asked = latest.current
    const take = (called: Called<Body>): void => {
      // An answer that a later question has overtaken says what was.
      if (asked !== latest.current) return
      if (called.isDone) setBody(called.body)
      setRefusal(called.isDone ? null : called.refusal)
    }
    void callApi<Body>(path).then(take)
  }, [path])

  useEffect(reload, [reload])
  useRealtime('orders-changed', reload)
  return { body, refusal, reload }
}
