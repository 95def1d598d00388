'use client'

import { TextInput, useConfig, useField } from '@payloadcms/ui'
import type { DateFieldClientProps } from 'payload'

import { showTime } from './showDate'

/** A moment that the server has set, in a form, by the clinic's clock. */
export const TimeShown = ({ field, path }: DateFieldClientProps) => {
  const { config } = useConfig()
  const { value } = useField<string | null>({ path })
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  return (
    <TextInput
      {...(field.label === undefined ? {} : { label: field.label })}
      path={path}
      readOnly
      value={value ? showTime(value, zone) : ''}
    />
  )
}
