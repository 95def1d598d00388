'use client'

import { useId } from 'react'

import { REASON_MAX } from '../../constants'
import styles from './Shift.module.css'

type Props = { label: string; hint?: string; value: string; onChange: (value: string) => void }

export const TextField = ({ label, hint, value, onChange }: Props) => {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>
        {label} {hint && <small>({hint})</small>}
      </label>
      <input
        autoComplete="off"
        id={id}
        maxLength={REASON_MAX}
        onChange={({ target }) => onChange(target.value)}
        value={value}
      />
    </div>
  )
}
