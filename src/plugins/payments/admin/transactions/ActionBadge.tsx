'use client'

import { useConfig } from '@payloadcms/ui'

import { CountBadge } from '@/lib/panel/CountBadge'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { PAYMENTS_CHANGED } from '../../constants'
import type { Waiting } from './waiting'
import { ALL_FLAGS, waitingPath } from './waiting'
import { useWords } from './useWords'

/** How many payments wait for an admin, behind the link in the menu. */
export const ActionBadge = () => {
  const { config } = useConfig()
  const words = useWords()
  const path = waitingPath(config.routes.api, ALL_FLAGS, 1)
  const { body } = useLive<Waiting>(path, PAYMENTS_CHANGED)
  const count = body?.totalDocs ?? 0
  return <CountBadge count={count} label={words.actions(count)} />
}
