'use client'

import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'

import styles from './Bell.module.css'
import { useUnread } from './useUnread'
import { WORDS } from './words'

const SHOWN_MAX = 99

const Icon = () => (
  <svg aria-hidden fill="none" height="18" stroke="currentColor" viewBox="0 0 20 20" width="18">
    <path
      d="M10 2.5a5 5 0 0 0-5 5v3.2L3.5 14h13L15 10.7V7.5a5 5 0 0 0-5-5ZM8 16.5a2 2 0 0 0 4 0"
      strokeLinejoin="round"
      strokeWidth="1.4"
    />
  </svg>
)

/** The way to one's inbox, with how much of it is unread, live, in the header of every page. */
export const Bell = () => {
  const { user } = useAuth()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const unread = useUnread()
  const words = WORDS[languageOf(i18n)]
  if (!user) return null
  return (
    <Link
      aria-label={unread > 0 ? words.unread(unread) : words.inbox}
      className={styles.bell}
      href={`${config.routes.admin}/collections/notifications`}
      prefetch={false}
      title={words.inbox}
    >
      <Icon />
      {unread > 0 && (
        <span className={styles.count} data-unread={unread}>
          {unread > SHOWN_MAX ? `${SHOWN_MAX}+` : unread}
        </span>
      )}
      <span aria-live="polite" className={styles.told}>
        {unread > 0 ? words.unread(unread) : ''}
      </span>
    </Link>
  )
}
