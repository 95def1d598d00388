'use client'

import { useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useState } from 'react'
import { createPortal } from 'react-dom'

import { showTime } from '@/lib/panel/showDate'

import styles from './DocumentTimes.module.css'

const NAMES = { updatedAt: 'general:lastModified', createdAt: 'general:created' } as const

/**
 * When a document was made and last changed, by the clinic's clock, above its form: in the place, and
 * with the looks, of what Payload says there, which is by the browser's clock and has no setting.
 */
export const DocumentTimes = () => {
  const { config } = useConfig()
  const { data } = useDocumentInfo()
  const { t } = useTranslation()
  const [list, setList] = useState<Element | null>(null)
  const findList = useCallback((mark: HTMLElement | null) => {
    setList(mark?.closest('.doc-controls')?.querySelector('.doc-controls__meta') ?? null)
  }, [])
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const items = (['updatedAt', 'createdAt'] as const).map((name) => {
    const time: unknown = data?.[name]
    if (typeof time !== 'string') return null
    return (
      <li
        className={`doc-controls__list-item doc-controls__value-wrap ${styles.item}`}
        data-time={name}
        key={name}
      >
        <p className="doc-controls__label">{t(NAMES[name])}:&nbsp;</p>
        <p className="doc-controls__value">{showTime(time, zone)}</p>
      </li>
    )
  })
  return (
    <>
      <span hidden ref={findList} />
      {list && createPortal(items, list)}
    </>
  )
}
