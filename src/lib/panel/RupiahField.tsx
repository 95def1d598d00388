'use client'

import { NumberField, TextInput, useField } from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { NumberFieldClientProps } from 'payload'

import styles from './RupiahField.module.css'
import { showRupiah } from './showRupiah'

/** From here on zeros are hard to count. */
const LONG = 10_000

/** An amount in a form: as people write it; while it is typed, as people write it beside. */
export const RupiahField = (props: NumberFieldClientProps) => {
  const { field, path, readOnly } = props
  const { value } = useField<number | null>({ path })
  const isAmount = typeof value === 'number' && Number.isFinite(value)
  if (readOnly || field.admin?.readOnly) {
    return (
      <TextInput
        {...(field.label === undefined ? {} : { label: field.label })}
        path={path}
        readOnly
        style={mergeFieldStyles(field)}
        value={isAmount ? showRupiah(value) : ''}
      />
    )
  }
  return (
    <div className={styles.field} style={mergeFieldStyles(field)}>
      <NumberField {...props} />
      {isAmount && Math.abs(value) >= LONG && (
        <output className={styles.said} htmlFor={`field-${path.replaceAll('.', '__')}`}>
          {showRupiah(value)}
        </output>
      )}
    </div>
  )
}
