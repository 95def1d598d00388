'use client'

import {
  Button,
  useAllFormFields,
  useAuth,
  useConfig,
  useDocumentInfo,
  useTranslation,
} from '@payloadcms/ui'
import { useState } from 'react'

import { hasRole } from '@/access'
import { languageOf } from '@/lib/panel/said'
import { showTime } from '@/lib/panel/showDate'

import { leftUntil, showLeft } from '../remaining'
import { useServerNow } from '../useServerNow'
import { ExtendDialog } from './ExtendDialog'
import type { ConsultationWords } from './words'
import { WORDS } from './words'

type Times = { startedAt: string; expiresAt: string; endedAt: string | null }

const sayTimes = (
  { startedAt, expiresAt }: Times,
  now: number,
  zone: string,
  words: ConsultationWords,
): string =>
  now < Date.parse(startedAt)
    ? words.begins(showTime(startedAt, zone))
    : words.left(showLeft(leftUntil(expiresAt, now)))

/** Beside a consultation: the time that is left, and for admins a way to lengthen it. */
export const ConsultationActions = ({ serverTime }: { serverTime: string }) => {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [fields] = useAllFormFields()
  const [isAsking, setAsking] = useState(false)
  const now = useServerNow(serverTime)
  const words = WORDS[languageOf(i18n)]
  const times = {
    startedAt: fields.startedAt?.value as string,
    expiresAt: fields.expiresAt?.value as string,
    endedAt: fields.endedAt?.value as string | null,
  }
  if (!id || !times.expiresAt) return null
  const isOver = Boolean(times.endedAt) || now >= Date.parse(times.expiresAt)
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  return (
    <div className="field-type" style={{ display: 'grid', gap: '0.5rem' }}>
      <p aria-label={words.facts} id="consultation-left" role="timer" style={{ margin: 0 }}>
        {isOver ? words.over : sayTimes(times, now, zone, words)}
      </p>
      {!isOver && hasRole({ user: user as never }, 'admin') && (
        <Button buttonStyle="secondary" margin={false} onClick={() => setAsking(true)}>
          {words.extend}
        </Button>
      )}
      {isAsking && <ExtendDialog id={Number(id)} onClose={() => setAsking(false)} words={words} />}
    </div>
  )
}
