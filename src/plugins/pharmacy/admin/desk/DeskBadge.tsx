'use client'

import { useConfig, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'

import { ORDERS_CHANGED } from '../../constants'
import type { DeskAnswer } from '../../deskSchemas'
import styles from './DeskBadge.module.css'
import { useLive } from './useLive'
import { WORDS } from './words'

/** How many payments wait, live, behind the desk's link in the menu. */
export const DeskBadge = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { body } = useLive<DeskAnswer>(`${config.routes.api}/orders/desk?limit=1`, ORDERS_CHANGED)
  const count = body?.waiting.payments ?? 0
  if (count === 0) return null
  return (
    <span aria-label={WORDS[languageOf(i18n)].waits(count)} className={styles.badge} role="status">
      {count}
    </span>
  )
}
