'use client'

import { useTranslation } from '@payloadcms/ui'

import { CountBadge } from '@/lib/panel/CountBadge'
import { languageOf } from '@/lib/panel/said'

import { useRooms } from './useRooms'
import { WORDS } from './words'

/** How many messages a doctor has not read, behind the rooms' link. */
export const RoomsBadge = () => {
  const { i18n } = useTranslation()
  const unread = useRooms().body?.unread ?? 0
  return <CountBadge count={unread} label={WORDS[languageOf(i18n)].unread(unread)} />
}
