'use client'

import type { Day } from '../../constants'
import { DAYS } from '../../constants'
import { DAY_LABELS } from '../../words'
import type { Part } from './parts'
import { fieldOf, RemoveRow, RowFaults, TimesInput } from './parts'
import styles from './Schedule.module.css'
import type { HoursRow } from './week'
import { inOrder, newHours } from './week'

type RowProps = Part & { row: HoursRow; number: number }

const Row = ({ row, number, faults, language, words, onEdit }: RowProps) => {
  const { key, day } = row
  const found = faults[key]
  const faultId = found && `fault-${key}`
  const name = words.row(number, DAY_LABELS[day][language])
  const set = (part: Partial<HoursRow>) =>
    onEdit((week) => ({
      ...week,
      hours: week.hours.map((one) => (one.key === key ? { ...one, ...part } : one)),
    }))
  return (
    <li>
      <div className={styles.row}>
        <span aria-hidden className={styles.number}>
          {number}
        </span>
        <TimesInput
          faultId={faultId}
          id={fieldOf(key)}
          name={name}
          onChange={set}
          row={row}
          words={words}
        />
        <RemoveRow
          name={name}
          onRemove={() =>
            onEdit((week) => ({ ...week, hours: week.hours.filter((one) => one.key !== key) }))
          }
          words={words}
        />
      </div>
      <RowFaults faults={found} id={`fault-${key}`} />
    </li>
  )
}

/** The hours of the week as rows, day by day. */
export const HoursForm = ({ hours, ...part }: Part & { hours: HoursRow[] }) => {
  const { language, words, onEdit } = part
  const sent = inOrder(hours)
  const add = (day: Day) => {
    const row = newHours(hours, day)
    onEdit((week) => ({ ...week, hours: [...week.hours, row] }))
    // Once it is drawn.
    requestAnimationFrame(() => document.getElementById(fieldOf(row.key))?.focus())
  }
  return (
    <div className={styles.days}>
      {DAYS.map((day) => {
        const label = DAY_LABELS[day][language]
        const rows = sent.filter((row) => row.day === day)
        return (
          <fieldset className={styles.day} data-day={day} key={day}>
            <legend>{label}</legend>
            {rows.length === 0 && <p className={styles.quiet}>{words.closedDay}</p>}
            <ol>
              {rows.map((row) => (
                <Row key={row.key} {...part} number={sent.indexOf(row) + 1} row={row} />
              ))}
            </ol>
            <button
              aria-label={words.addTo(label)}
              className={styles.add}
              onClick={() => add(day)}
              type="button"
            >
              + {words.add}
            </button>
          </fieldset>
        )
      })}
    </div>
  )
}
