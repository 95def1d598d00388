'use client'

import { TextInput, useField } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'

import { billNumber } from '../../constants'

/** `PMR-0001` in a form. */
export const NumberShown = ({ field, path }: NumberFieldClientProps) => {
  const { value } = useField<number | null>({ path })
  return (
    <TextInput
      {...(field.label === undefined ? {} : { label: field.label })}
      path={path}
      readOnly
      value={value ? billNumber(value) : ''}
    />
  )
}
