'use client'

import type { Week } from './week'
import { tidyTime } from './week'
import styles from './Schedule.module.css'
import type { ScheduleWords } from './words'

/** What each part of the page gets. */
export type Part = {
  /** What the server refused, by the row's key. */
  faults: Record<string, string[]>
  language: 'en' | 'id'
  words: ScheduleWords
  onEdit: (next: (week: Week) => Week) => void
}

/** The element that a row begins with, to bring the focus there. */
export const fieldOf = (key: string): string => `hours-${key}`

type TimeProps = {
  id?: string
  label: string
  value: string
  faultId: string | undefined
  onChange: (value: string) => void
}

/** A time of the day: `8`, `8.30` and `08:30` are all understood, and `24:00` as an end. */
export const TimeInput = ({ label, value, faultId, onChange, ...rest }: TimeProps) => (
  <input
    {...rest}
    aria-describedby={faultId}
    aria-invalid={faultId !== undefined}
    aria-label={label}
    autoComplete="off"
    className={styles.time}
    maxLength={5}
    onBlur={({ target }) => {
      const tidied = tidyTime(target.value)
      if (tidied !== value) onChange(tidied)
    }}
    onChange={({ target }) => onChange(target.value)}
    // What is typed takes the place of what stands there.
    onFocus={({ target }) => target.select()}
    type="text"
    value={value}
  />
)

/** What is wrong with a row, at the row. */
export const RowFaults = ({ id, faults }: { id: string; faults: string[] | undefined }) =>
  faults && (
    <p className={styles.fault} id={id}>
      {faults.join(' ')}
    </p>
  )
