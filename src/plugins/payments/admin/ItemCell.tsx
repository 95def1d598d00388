'use client'

import { Link, useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import type { CashEntry } from '@/payload-types'

import { itemPath } from './itemPath'

/** What money was taken for, as the way to it. */
export const ItemCell = ({ cellData, rowData }: DefaultCellComponentProps) => {
  const { config } = useConfig()
  const { itemType, itemId } = rowData as Partial<CashEntry>
  const path = itemPath(itemType, itemId)
  if (typeof cellData !== 'string') return null
  if (!path) return <span>{cellData}</span>
  return <Link href={`${config.routes.admin}${path}`}>{cellData}</Link>
}
