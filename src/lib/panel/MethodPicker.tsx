'use client'

import { useId } from 'react'

import styles from './MethodPicker.module.css'

type Props<Method extends string> = {
  method: Method
  methods: readonly { value: Method; label: string }[]
  legend: string
  onChange: (method: Method) => void
}

/** How the money came, at the desk. */
export const MethodPicker = <Method extends string>(props: Props<Method>) => {
  const { method, methods, legend, onChange } = props
  const name = useId()
  return (
    <fieldset className={styles.methods}>
      <legend>{legend}</legend>
      {methods.map(({ value, label }) => (
        <label key={value}>
          <input
            checked={value === method}
            name={name}
            onChange={() => onChange(value)}
            type="radio"
            value={value}
          />
          {label}
        </label>
      ))}
    </fieldset>
  )
}
