'use client'

import { useConfig } from '@payloadcms/ui'

import type { Live } from '@/plugins/realtime/admin/useLive'
import { useLive } from '@/plugins/realtime/admin/useLive'
import { useRealtime } from '@/plugins/realtime/admin/useRealtime'

import { SERVER_EVENTS } from '../../constants'
import type { RoomsAnswer } from '../../roomSchemas'

/** The doctor's rooms, kept fresh: what opens, ends, is written and is read. */
export const useRooms = (): Live<RoomsAnswer> => {
  const { config } = useConfig()
  const path = `${config.routes.api}/consultations/rooms`
  const live = useLive<RoomsAnswer>(path, SERVER_EVENTS.opened)
  useRealtime(SERVER_EVENTS.status, live.reload)
  useRealtime(SERVER_EVENTS.waiting, live.reload)
  useRealtime(SERVER_EVENTS.read, live.reload)
  return live
}
