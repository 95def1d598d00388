'use client'

import { Button } from '@payloadcms/ui'

import type { Part } from './parts'
import { fieldOf, RemoveRow, RowFaults, TimesInput } from './parts'
import styles from './Schedule.module.css'
import type { DateRow } from './week'
import { newDate } from './week'

type RowProps = Part & { row: DateRow; number: number }

const Row = ({ row, number, faults, words, onEdit }: RowProps) => {
  const { key, date, closed } = row
  const found = faults[key]
  const faultId = found && `fault-${key}`
  const name = words.dateRow(number)
  const set = (part: Partial<DateRow>) =>
    onEdit((week) => ({
      ...week,
      dates: week.dates.map((one) => (one.key === key ? { ...one, ...part } : one)),
    }))
  return (
    <li>
      <div className={styles.row}>
        <span aria-hidden className={styles.number}>
          {number}
        </span>
        <input
          aria-describedby={faultId}
          aria-invalid={faultId !== undefined}
          aria-label={words.ofRow(words.date, name)}
          className={styles.date}
          id={fieldOf(key)}
          onChange={({ target }) => set({ date: target.value })}
          type="date"
          value={date}
        />
        <label className={styles.closed}>
          <input
            aria-label={words.ofRow(words.closed, name)}
            checked={closed}
            onChange={({ target }) => set({ closed: target.checked })}
            type="checkbox"
          />
          {words.closed}
        </label>
        {!closed && (
          <TimesInput faultId={faultId} name={name} onChange={set} row={row} words={words} />
        )}
        <RemoveRow
          name={name}
          onRemove={() =>
            onEdit((week) => ({ ...week, dates: week.dates.filter((one) => one.key !== key) }))
          }
          words={words}
        />
      </div>
      <RowFaults faults={found} id={`fault-${key}`} />
    </li>
  )
}

/** Dates on which the week's hours do not hold. */
export const DatesForm = ({ dates, ...part }: Part & { dates: DateRow[] }) => {
  const { words, onEdit } = part
  const add = () => {
    const row = newDate()
    onEdit((week) => ({ ...week, dates: [...week.dates, row] }))
    requestAnimationFrame(() => document.getElementById(fieldOf(row.key))?.focus())
  }
  return (
    <section aria-label={words.dates} className={styles.section}>
      <h2 className={styles.heading}>{words.dates}</h2>
      <p className={styles.quiet}>{words.datesHint}</p>
      {dates.length === 0 && <p>{words.noDates}</p>}
      <ol className={styles.dates}>
        {dates.map((row, index) => (
          <Row key={row.key} {...part} number={index + 1} row={row} />
        ))}
      </ol>
      <div>
        <Button buttonStyle="secondary" margin={false} onClick={add} size="small" type="button">
          {words.addDate}
        </Button>
      </div>
    </section>
  )
}
