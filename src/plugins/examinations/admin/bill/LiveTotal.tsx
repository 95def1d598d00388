'use client'

import { TextInput, useFormFields } from '@payloadcms/ui'
import type { NumberFieldClientProps } from 'payload'

import { showRupiah } from '@/lib/panel/showRupiah'

const wholeOf = (value: unknown): number => {
  const whole = Number(value)
  return Number.isFinite(whole) ? whole : 0
}

/** Σ price × quantity while the lines are typed; the server computes it when it is saved. */
export const LiveTotal = ({ field, path }: NumberFieldClientProps) => {
  const total = useFormFields(([fields]) => {
    const rows = fields.items?.rows ?? []
    const amountOf = (index: number): number =>
      wholeOf(fields[`items.${index}.price`]?.value) *
      wholeOf(fields[`items.${index}.quantity`]?.value)
    return rows.reduce((sum, _row, index) => sum + amountOf(index), 0)
  })
  return (
    <TextInput
      {...(field.label === undefined ? {} : { label: field.label })}
      path={path}
      readOnly
      value={showRupiah(total)}
    />
  )
}
