'use client'

import { useState } from 'react'

import { showRupiah } from '@/lib/panel/showRupiah'

import styles from './Shift.module.css'
import { useWords } from './useWords'

/** Rupiah notes and coins that are in use. */
const DENOMINATIONS = [100_000, 50_000, 20_000, 10_000, 5_000, 2_000, 1_000, 500, 200, 100]
const PIECES_MAX = 99_999

/** Adds a drawer up, pile by pile. */
export const NoteCounter = ({ onCount }: { onCount: (total: number | null) => void }) => {
  const words = useWords()
  const [piles, setPiles] = useState<Record<number, number>>({})
  const change = (denomination: number, typed: string) => {
    const digits = typed.replace(/\D/g, '')
    const pieces = Math.min(Number(digits), PIECES_MAX)
    const { [denomination]: _old, ...others } = piles
    const next = digits === '' ? others : { ...others, [denomination]: pieces }
    setPiles(next)
    const counted = Object.entries(next)
    const total = counted.reduce((sum, [value, count]) => sum + Number(value) * count, 0)
    onCount(counted.length > 0 ? total : null)
  }
  return (
    <details className={styles.counter}>
      <summary>{words.countNotes}</summary>
      <div className={styles.piles}>
        {DENOMINATIONS.map((denomination) => (
          <label key={denomination}>
            <span>{showRupiah(denomination)} ×</span>
            <input
              aria-label={`${showRupiah(denomination)}, ${words.pieces}`}
              autoComplete="off"
              inputMode="numeric"
              onChange={({ target }) => change(denomination, target.value)}
              value={piles[denomination] ?? ''}
            />
          </label>
        ))}
      </div>
    </details>
  )
}
