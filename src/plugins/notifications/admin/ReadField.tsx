'use client'

import { Button, toast, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { languageOf } from '@/lib/panel/said'

import styles from './Inbox.module.css'
import { WORDS } from './words'

/** Whoever opens a notification has read it; it can be put back among the unread ones. */
export const ReadField = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const router = useRouter()
  const [isRead, setRead] = useState(true)
  const words = WORDS[languageOf(i18n)]
  const path = `${config.routes.api}/notifications/${id}`

  useEffect(() => {
    void callApi(path, { method: 'PATCH', body: { readAt: new Date().toISOString() } })
  }, [path])

  const markUnread = async () => {
    const called = await callApi(path, { method: 'PATCH', body: { readAt: null } })
    setRead(!called.isDone)
    if (called.isDone) router.push(`${config.routes.admin}/collections/notifications`)
    else toast.error(called.refusal || words.failed)
  }
  return (
    <div className={`field-type ${styles.state}`}>
      <span>{isRead ? words.isRead : words.isUnread}</span>
      <Button
        buttonStyle="secondary"
        disabled={!isRead}
        margin={false}
        onClick={() => void markUnread()}
        size="small"
      >
        {words.markUnread}
      </Button>
    </div>
  )
}
