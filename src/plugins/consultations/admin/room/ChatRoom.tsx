'use client'

import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'

import { languageOf } from '@/lib/panel/said'
import { useLive } from '@/plugins/realtime/admin/useLive'
import { useRealtime } from '@/plugins/realtime/admin/useRealtime'
import { useSocket } from '@/plugins/realtime/admin/useSocket'

import { SERVER_EVENTS } from '../../constants'
import type { RoomAnswer } from '../../roomSchemas'
import { ROOMS_PATH } from '../rooms/parts'
import styles from './ChatRoom.module.css'
import { OpenRoom } from './OpenRoom'
import { WORDS } from './words'

/** Nobody's, or another's. */
const NOT_THERE = [403, 404]

/** A consultation as its doctor has it before them. */
export const ChatRoom = ({ consultation }: { consultation: number }) => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { user } = useAuth()
  const words = WORDS[languageOf(i18n)]
  const path = `${config.routes.api}/consultations/${consultation}/room`
  const { body, refused, reload } = useLive<RoomAnswer>(path, SERVER_EVENTS.status)
  useRealtime(SERVER_EVENTS.expiring, reload)

  // Whoever signs out in another window is hung up on: this one is not left open on the desk.
  const isConnected = useSocket().connection !== null
  const look = useEffectEvent(reload)
  useEffect(() => {
    if (!isConnected) look()
  }, [isConnected])
  const isSignedOut = refused?.status === 401

  if (body && user && !isSignedOut) {
    return <OpenRoom answer={body} me={Number(user.id)} onChange={reload} words={words} />
  }
  const isGone = refused !== null && NOT_THERE.includes(refused.status)
  const waiting = refused ? words.unreachable : words.loading
  const said = isSignedOut ? words.signedOut : waiting
  return (
    <div className={styles.closed}>
      <Link href={`${config.routes.admin}${ROOMS_PATH}`}>← {words.back}</Link>
      <p role="status">{isGone ? words.notFound : said}</p>
    </div>
  )
}
