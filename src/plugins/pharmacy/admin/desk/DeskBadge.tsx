'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'

import { CountBadge } from '@/lib/panel/CountBadge'
import { languageOf } from '@/lib/panel/said'
import { useLive } from '@/plugins/realtime/admin/useLive'

import { ORDERS_CHANGED } from '../../constants'
import type { DeskAnswer } from '../../deskSchemas'
import { WORDS } from './words'

/** How many payments wait, live, behind the desk's link in the menu. */
export const DeskBadge = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { body } = useLive<DeskAnswer>(`${config.routes.api}/orders/desk?limit=1`, ORDERS_CHANGED)
  const count = body?.waiting.payments ?? 0
  return <CountBadge count={count} label={WORDS[languageOf(i18n)].waits(count)} />
}
