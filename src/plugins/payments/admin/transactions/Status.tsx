'use client'

import { useTranslation } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { languageOf } from '@/lib/panel/said'

import type { TransactionStatus } from '../../contract'
import { STATUS_LABELS } from '../../words'
import styles from './Transactions.module.css'

/** A transaction's status, in its colour. */
export const Status = ({ status }: { status: TransactionStatus }) => {
  const { i18n } = useTranslation()
  return (
    <span className={styles.pill} data-status={status}>
      {STATUS_LABELS[status][languageOf(i18n)]}
    </span>
  )
}

/** The same in a list. */
export const StatusCell = ({ cellData }: DefaultCellComponentProps) =>
  typeof cellData === 'string' && cellData in STATUS_LABELS ? (
    <Status status={cellData as TransactionStatus} />
  ) : null
