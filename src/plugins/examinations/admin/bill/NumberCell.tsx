'use client'

import { Link, useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { billNumber } from '../../constants'

/** `PMR-0001` in a list; in its first column the way to the bill, as other cells of it are. */
export const NumberCell = ({
  cellData,
  collectionSlug,
  link,
  rowData,
}: DefaultCellComponentProps) => {
  const { config } = useConfig()
  if (typeof cellData !== 'number') return null
  const number = billNumber(cellData)
  if (!link) return number
  return (
    <Link
      href={`${config.routes.admin}/collections/${collectionSlug}/${rowData.id}`}
      prefetch={false}
    >
      {number}
    </Link>
  )
}
