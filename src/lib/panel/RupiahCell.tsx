'use client'

import type { DefaultCellComponentProps } from 'payload'

import { showRupiah } from '@/lib/panel/showRupiah'

/** An amount in a list. */
export const RupiahCell = ({ cellData }: DefaultCellComponentProps) =>
  typeof cellData === 'number' ? <span>{showRupiah(cellData)}</span> : null
