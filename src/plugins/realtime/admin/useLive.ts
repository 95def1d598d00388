'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'

import { createLoader } from './loader'
import { useRealtime } from './useRealtime'

const EVERY_MS = 30_000

export type Live<Body> = {
  /** The last answer to this path; null: there is none yet. */
  body: Body | null
  /** The last question was not answered: what is shown may be old. */
  isStale: boolean
  /** Why not, as far as the server said. */
  refused: { status: number; refusal: string } | null
  reload: () => void
}

/**
 * What an address of the API answers, kept fresh: asked again at each event of that name, when the
 * socket or the window comes back, and every half minute, so that a lost event costs little.
 */
export const useLive = <Body>(path: string, event: string): Live<Body> => {
  const [answer, setAnswer] = useState<{ path: string; body: Body } | null>(null)
  const [fault, setFault] = useState<(Live<Body>['refused'] & { path: string }) | null>(null)
  const loader = useRef<ReturnType<typeof createLoader<Body>>>(null)
  const reload = () => void loader.current?.load()

  useEffect(() => {
    const current = createLoader<Body>(path, (called) => {
      setFault(called.isDone ? null : { path, status: called.status, refusal: called.refusal })
      if (called.isDone) setAnswer({ path, body: called.body })
    })
    loader.current = current
    void current.load()
    return current.stop
  }, [path])

  const reloadIfSeen = useEffectEvent(() => {
    if (document.visibilityState === 'visible') reload()
  })
  useEffect(() => {
    const timer = window.setInterval(reloadIfSeen, EVERY_MS)
    document.addEventListener('visibilitychange', reloadIfSeen)
    window.addEventListener('focus', reloadIfSeen)
    window.addEventListener('online', reloadIfSeen)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', reloadIfSeen)
      window.removeEventListener('focus', reloadIfSeen)
      window.removeEventListener('online', reloadIfSeen)
    }
  }, [])
  useRealtime(event, reload)
  const body = answer?.path === path ? answer.body : null
  const refused = fault?.path === path ? fault : null
  return { body, isStale: refused !== null, refused, reload }
}
