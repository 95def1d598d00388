'use client'

import { dayIn } from '@/lib/dayIn'

import { DAYS } from '../../constants'
import { DAY_LABELS } from '../../words'
import type { Part } from './parts'
import { fieldOf } from './parts'
import styles from './Schedule.module.css'
import type { HoursRow } from './week'
import { inOrder, placeOf, shownHours } from './week'

type Props = Part & { hours: HoursRow[]; zone: string }

const EVERY_HOURS = 2

/** The weekday that it is now, by the clinic's clock; Monday is 0. */
const todayIn = (zone: string): number =>
  (new Date(`${dayIn(zone, new Date())}T00:00:00Z`).getUTCDay() + 6) % 7

/** The week as seven columns; a block leads to its row in the form. */
export const WeekPicture = ({ hours, zone, faults, language, words }: Props) => {
  const [from, to] = shownHours(hours)
  const sent = inOrder(hours)
  const marks = Array.from({ length: to - from + 1 }, (_, index) => from + index).filter(
    (hour) => (hour - from) % EVERY_HOURS === 0,
  )
  const today = todayIn(zone)
  return (
    <div className={styles.picture} style={{ '--hours': to - from } as React.CSSProperties}>
      <div aria-hidden className={styles.clock}>
        {marks.map((hour) => (
          <span key={hour} style={{ top: `${((hour - from) / (to - from)) * 100}%` }}>
            {String(hour).padStart(2, '0')}
          </span>
        ))}
      </div>
      {DAYS.map((day, index) => {
        const label = DAY_LABELS[day][language]
        return (
          <div className={styles.column} data-today={index === today || undefined} key={day}>
            <span aria-hidden className={styles.dayName}>
              {label}
            </span>
            <div className={styles.track}>
              {sent.map((row, position) => {
                const place = row.day === day ? placeOf(row, [from, to]) : null
                if (!place) return null
                return (
                  <button
                    className={styles.block}
                    data-fault={faults[row.key] ? true : undefined}
                    key={row.key}
                    onClick={() => document.getElementById(fieldOf(row.key))?.focus()}
                    style={{ top: `${place.top}%`, height: `${place.height}%` }}
                    title={`${row.startTime}–${row.endTime}`}
                    type="button"
                  >
                    <span className={styles.unseen}>{words.row(position + 1, label)}: </span>
                    {row.startTime}–{row.endTime}
                  </button>
                )
              })}
            </div>
          </div>
        )
      })}
    </div>
  )
}
