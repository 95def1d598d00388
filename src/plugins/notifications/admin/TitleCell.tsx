'use client'

import { Link, useConfig, useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { languageOf } from '@/lib/panel/said'

import styles from './Inbox.module.css'
import { WORDS } from './words'

/** A notification in the list; unread ones stand out. */
export const TitleCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const isUnread = !rowData.readAt
  return (
    <Link
      className={isUnread ? styles.unread : undefined}
      href={`${config.routes.admin}/collections/notifications/${rowData.id}`}
      prefetch={false}
    >
      {isUnread && (
        <span aria-label={WORDS[languageOf(i18n)].isUnread} className={styles.dot} role="img" />
      )}
      {String(cellData ?? '')}
    </Link>
  )
}
