'use client'

import { Button, toast, useConfig, useListDrawerContext, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { languageOf } from '@/lib/panel/said'

import styles from './Inbox.module.css'
import { useUnread } from './useUnread'
import { WORDS } from './words'

/** Above the inbox: everything in it is read. */
export const ReadAllButton = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { isInDrawer } = useListDrawerContext()
  const router = useRouter()
  const unread = useUnread()
  const [isBusy, setBusy] = useState(false)
  const words = WORDS[languageOf(i18n)]
  if (isInDrawer || unread === 0) return null

  const readAll = async () => {
    setBusy(true)
    const path = `${config.routes.api}/notifications/read-all`
    const called = await callApi(path, { method: 'POST' })
    setBusy(false)
    if (!called.isDone) toast.error(called.refusal || words.failed)
    router.refresh()
  }
  return (
    <div className={styles.bar}>
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        margin={false}
        onClick={() => void readAll()}
        size="small"
      >
        {words.readAll}
      </Button>
    </div>
  )
}
