'use client'

import { useId } from 'react'

import styles from './Shift.module.css'

type Props = {
  label: string
  hint?: string
  /** Whole rupiah; null: not filled in. */
  value: number | null
  onChange: (value: number | null) => void
}

const DIGITS_MAX = 12
const grouped = new Intl.NumberFormat('id-ID')

/** An amount of rupiah, typed in digits and shown in thousands. */
export const AmountField = ({ label, hint, value, onChange }: Props) => {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label} {hint && <small>({hint})</small>}
      </label>
      <div className={styles.amount}>
        <span aria-hidden="true">Rp</span>
        <input
          autoComplete="off"
          id={id}
          inputMode="numeric"
          onChange={({ target }) => {
            const digits = target.value.replace(/\D/g, '').slice(0, DIGITS_MAX)
            onChange(digits === '' ? null : Number(digits))
          }}
          value={value === null ? '' : grouped.format(value)}
        />
      </div>
    </div>
  )
}
