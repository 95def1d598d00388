'use client'

import { useConfig } from '@payloadcms/ui'
import type { DefaultCellComponentProps } from 'payload'

import { showTime } from './showDate'

/** A moment in a list, by the clinic's clock. (Payload's own shows the browser's.) */
export const TimeCell = ({ cellData }: DefaultCellComponentProps) => {
  const { config } = useConfig()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  return typeof cellData === 'string' ? <span>{showTime(cellData, zone)}</span> : null
}
