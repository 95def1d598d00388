'use client'

import { showRupiah } from '@/lib/panel/showRupiah'

import { QUANTITY_MAX } from '../../constants'
import type { Line } from './basket'
import { isShort, needsPrescription } from './basket'
import styles from './Counter.module.css'
import { WholeInput } from './WholeInput'
import type { Words } from './words'

type Props = {
  lines: readonly Line[]
  words: Words
  isLocked: boolean
  onQuantity: (id: number, quantity: number) => void
  onRemove: (id: number) => void
  /** A line is done with: back to the search. */
  onDone: () => void
}

const noteOf = (line: Line, words: Words) => {
  if (line.obat.active === false) return { className: styles.bad, text: words.notSold }
  const left = `${line.obat.stock ?? 0} ${line.obat.unit ?? ''}`
  return isShort(line)
    ? { className: styles.bad, text: `${words.left} ${left}` }
    : { className: styles.muted, text: `${words.stock} ${left}` }
}

/** The lines of the basket. */
export const Lines = ({ lines, words, isLocked, onQuantity, onRemove, onDone }: Props) => {
  if (lines.length === 0) return <p className={styles.empty}>{words.empty}</p>
  return (
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">{words.item}</th>
          <th className={styles.number} scope="col">
            {words.price}
          </th>
          <th scope="col">{words.quantity}</th>
          <th className={styles.number} scope="col">
            {words.subtotal}
          </th>
          <th aria-label={words.remove} scope="col" />
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => {
          const { obat, quantity } = line
          const note = noteOf(line, words)
          const step = (by: number) => {
            onQuantity(obat.id, quantity + by)
            onDone()
          }
          return (
            <tr data-faulty={isShort(line) || obat.active === false} key={obat.id}>
              <th className={styles.itemName} scope="row">
                {obat.name}
                <small className={note.className}>{note.text}</small>
                {needsPrescription(line) && (
                  <small className={styles.warn}>{words.needsPrescription}</small>
                )}
              </th>
              <td className={styles.number}>{showRupiah(obat.price)}</td>
              <td>
                <div className={styles.stepper}>
                  <button
                    aria-label={`${words.less}: ${obat.name}`}
                    disabled={isLocked || quantity <= 1}
                    onClick={() => step(-1)}
                    type="button"
                  >
                    −
                  </button>
                  <WholeInput
                    disabled={isLocked}
                    label={`${words.quantity}: ${obat.name}`}
                    max={QUANTITY_MAX}
                    onChange={(value) => onQuantity(obat.id, value ?? 1)}
                    onEnter={onDone}
                    value={quantity}
                  />
                  <button
                    aria-label={`${words.more}: ${obat.name}`}
                    disabled={isLocked || quantity >= QUANTITY_MAX}
                    onClick={() => step(1)}
                    type="button"
                  >
                    +
                  </button>
                </div>
              </td>
              <td className={styles.number}>{showRupiah(obat.price * quantity)}</td>
              <td>
                <button
                  aria-label={`${words.remove}: ${obat.name}`}
                  className={styles.remove}
                  disabled={isLocked}
                  onClick={() => {
                    onRemove(obat.id)
                    onDone()
                  }}
                  type="button"
                >
                  ×
                </button>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
