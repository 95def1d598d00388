'use client'

import { useId } from 'react'

import { METHOD_LABELS } from '../../labels'
import styles from './MethodPicker.module.css'
import type { DeskMethod } from './orderFacts'
import { DESK_METHODS } from './orderFacts'
import type { DeskWords } from './words'

type Props = {
  method: DeskMethod
  words: DeskWords
  language: 'en' | 'id'
  onChange: (method: DeskMethod) => void
}

/** How the money came after all: buyers do not always pay as they said. */
export const MethodPicker = ({ method, words, language, onChange }: Props) => {
  const name = useId()
  return (
    <fieldset className={styles.methods}>
      <legend>{words.takenBy}</legend>
      {DESK_METHODS.map((one) => (
        <label key={one}>
          <input
            checked={one === method}
            name={name}
            onChange={() => onChange(one)}
            type="radio"
            value={one}
          />
          {METHOD_LABELS[one][language]}
        </label>
      ))}
    </fieldset>
  )
}
