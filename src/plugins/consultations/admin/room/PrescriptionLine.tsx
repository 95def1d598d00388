'use client'

import type { ReactNode } from 'react'
import { useId } from 'react'

import { DOSE_MAX } from '../../constants'
import styles from './Aftermath.module.css'
import type { Line } from './prescriptionLines'
import type { RoomWords } from './words'

const Field = ({ label, children }: { label: string; children: (id: string) => ReactNode }) => {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}

type Props = {
  line: Line
  words: RoomWords
  onChange: (to: Partial<Line>) => void
  onRemove: () => void
}

/** One medicine: how much of it, and how to take it. */
export const PrescriptionLine = ({ line, words, onChange, onRemove }: Props) => {
  const { name, unit, quantity, dose, note } = line
  return (
    <fieldset className={styles.line}>
      <legend>{name}</legend>
      <button
        aria-label={words.remove(name)}
        className={styles.drop}
        onClick={onRemove}
        type="button"
      >
        ×
      </button>
      <Field label={unit ? `${words.quantity} (${unit})` : words.quantity}>
        {(id) => (
          <input
            autoComplete="off"
            id={id}
            inputMode="numeric"
            onChange={({ target }) => onChange({ quantity: target.value })}
            value={quantity}
          />
        )}
      </Field>
      <Field label={words.dose}>
        {(id) => (
          <input
            autoComplete="off"
            id={id}
            maxLength={DOSE_MAX}
            onChange={({ target }) => onChange({ dose: target.value })}
            placeholder={words.doseExample}
            value={dose}
          />
        )}
      </Field>
      <Field label={words.note}>
        {(id) => (
          <input
            autoComplete="off"
            id={id}
            maxLength={DOSE_MAX}
            onChange={({ target }) => onChange({ note: target.value })}
            value={note}
          />
        )}
      </Field>
    </fieldset>
  )
}
