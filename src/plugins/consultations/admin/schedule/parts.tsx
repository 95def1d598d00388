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
  id?: string | undefined
  label: string
  value: string
  faultId: string | undefined
  onChange: (value: string) => void
}

/** A time of the day: `8`, `8.30` and `08:30` are all understood, and `24:00` as an end. */
const TimeInput = ({ label, value, faultId, onChange, ...rest }: TimeProps) => (
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

type Times = { startTime: string; endTime: string }

type TimesProps = {
  row: Times
  /** What the row is called. */
  name: string
  words: ScheduleWords
  faultId: string | undefined
  /** Of the first field. */
  id?: string
  onChange: (part: Partial<Times>) => void
}

/** From when until when. */
export const TimesInput = ({ row, name, words, faultId, id, onChange }: TimesProps) => (
  <>
    <TimeInput
      faultId={faultId}
      id={id}
      label={words.ofRow(words.start, name)}
      onChange={(startTime) => onChange({ startTime })}
      value={row.startTime}
    />
    <span aria-hidden>–</span>
    <TimeInput
      faultId={faultId}
      label={words.ofRow(words.end, name)}
      onChange={(endTime) => onChange({ endTime })}
      value={row.endTime}
    />
  </>
)

type RemoveProps = { name: string; words: ScheduleWords; onRemove: () => void }

/** Takes a row away. */
export const RemoveRow = ({ name, words, onRemove }: RemoveProps) => (
  <button
    aria-label={words.ofRow(words.remove, name)}
    className={styles.remove}
    onClick={onRemove}
    title={words.remove}
    type="button"
  >
    ×
  </button>
)

/** What is wrong with a row, at the row. */
export const RowFaults = ({ id, faults }: { id: string; faults: string[] | undefined }) =>
  faults && (
    <p className={styles.fault} id={id}>
      {faults.join(' ')}
    </p>
  )
