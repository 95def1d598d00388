'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { useRealtime } from '@/plugins/realtime/admin/useRealtime'

import { NOTIFICATION, NOTIFICATIONS_READ } from '../constants'

/** How many of one's notifications are unread, kept fresh; 0 until it is known. */
export const useUnread = (): number => {
  const { config } = useConfig()
  const [unread, setUnread] = useState(0)
  const latest = useRef(0)
  const path = `${config.routes.api}/notifications/unread`
  const reload = useCallback(() => {
    const asked = (latest.current += 1)
    void callApi<{ unread: number }>(path).then((called) => {
      // An older question must not be answered after a newer one.
      if (called.isDone && asked === latest.current) setUnread(called.body.unread)
    })
  }, [path])
  useEffect(() => {
    reload()
    window.addEventListener('focus', reload)
    return () => window.removeEventListener('focus', reload)
  }, [reload])
  useRealtime(NOTIFICATION, reload)
  useRealtime(NOTIFICATIONS_READ, reload)
  return unread
}
