'use client'

import { useConfig } from '@payloadcms/ui'

import { useLive } from '@/plugins/realtime/admin/useLive'
import { useRealtime } from '@/plugins/realtime/admin/useRealtime'

import { NOTIFICATION, NOTIFICATIONS_READ } from '../constants'

/** How many of one's notifications are unread, kept fresh; 0 until it is known. */
export const useUnread = (): number => {
  const { config } = useConfig()
  const path = `${config.routes.api}/notifications/unread`
  const { body, reload } = useLive<{ unread: number }>(path, NOTIFICATION)
  useRealtime(NOTIFICATIONS_READ, reload)
  return body?.unread ?? 0
}
