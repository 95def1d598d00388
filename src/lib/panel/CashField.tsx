'use client'

import { useId } from 'react'

import styles from './CashField.module.css'
import { showRupiah } from './showRupiah'

type Words = Record<'received' | 'receivedHint' | 'exact' | 'change' | 'short', string>

type Props = {
  total: number
  /** What the customer handed over; null: not filled in. */
  received: number | null
  words: Words
  onChange: (received: number | null) => void
  onEnter: () => void
}

const DIGITS_MAX = 11
const NOTES = [10_000, 20_000, 50_000, 100_000]

const grouped = new Intl.NumberFormat('id-ID')

/** The sums that people hand over for a total: the next of each note. */
const usual = (total: number): number[] => {
  const sums = NOTES.map((note) => Math.ceil(total / note) * note)
  return [...new Set(sums)].filter((sum) => sum > total).slice(0, 3)
}

/** What the customer handed over, and what goes back. */
export const CashField = ({ total, received, words, onChange, onEnter }: Props) => {
  const id = useId()
  const difference = received === null ? null : received - total
  return (
    <div className={styles.cash}>
      <label htmlFor={id}>
        {words.received} <small>({words.receivedHint})</small>
      </label>
      <div className={styles.row}>
        <input
          aria-describedby={`${id}-change`}
          aria-invalid={difference !== null && difference < 0}
          autoComplete="off"
          id={id}
          inputMode="numeric"
          onChange={({ target }) => {
            const digits = target.value.replace(/\D/g, '').slice(0, DIGITS_MAX)
            onChange(digits === '' ? null : Number(digits))
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.repeat) return
            event.preventDefault()
            onEnter()
          }}
          value={received === null ? '' : grouped.format(received)}
        />
        <button onClick={() => onChange(total)} type="button">
          {words.exact}
        </button>
        {usual(total).map((sum) => (
          <button key={sum} onClick={() => onChange(sum)} type="button">
            {grouped.format(sum)}
          </button>
        ))}
      </div>
      <output
        className={styles.change}
        data-short={difference !== null && difference < 0}
        id={`${id}-change`}
      >
        {difference !== null &&
          `${difference < 0 ? words.short : words.change}: ${showRupiah(Math.abs(difference))}`}
      </output>
    </div>
  )
}
