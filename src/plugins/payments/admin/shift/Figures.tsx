'use client'

import { useConfig } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'
import { showRupiah } from '@/lib/panel/showRupiah'
import type { Shift } from '@/payload-types'

import styles from './Report.module.css'
import { useWords } from './useWords'

type Method = 'cash' | 'qris' | 'transfer'
type Line = [label: string, amount: number | null | undefined]

const METHODS: Method[] = ['cash', 'qris', 'transfer']

/** Signed, since a difference without its sign says nothing. */
const showDifference = (amount: number): string =>
  amount > 0 ? `+${showRupiah(amount)}` : showRupiah(amount)

const Method = ({ shift, method }: { shift: Shift; method: Method }) => {
  const words = useWords()
  const figures = shift[method] ?? {}
  const cash = method === 'cash' ? shift.cash : undefined
  const lines: Line[] = [
    ...(cash ? ([[words.float, shift.openingFloat]] as Line[]) : []),
    [words.taken, figures.taken],
    [words.returned, -(figures.returned ?? 0)],
    ...(cash
      ? ([
          [words.paidIn, cash.paidIn],
          [words.paidOut, -(cash.paidOut ?? 0)],
        ] as Line[])
      : []),
  ]
  const { counted, difference } = figures
  return (
    <table className={styles.method} data-method={method}>
      <caption>
        {words.method[method]}{' '}
        <small>
          {words.payments}: {figures.payments ?? 0}
        </small>
      </caption>
      <tbody>
        {lines.map(([label, amount]) => (
          <tr key={label}>
            <th scope="row">{label}</th>
            <td>{showRupiah(amount ?? 0)}</td>
          </tr>
        ))}
        <tr className={styles.expected}>
          <th scope="row">{words.expected}</th>
          <td>{showRupiah(figures.expected ?? 0)}</td>
        </tr>
        <tr>
          <th scope="row">{words.counted}</th>
          <td>{typeof counted === 'number' ? showRupiah(counted) : words.notCounted}</td>
        </tr>
        {typeof difference === 'number' && (
          <tr className={styles.difference} data-off={difference !== 0}>
            <th scope="row">{words.difference}</th>
            <td>{showDifference(difference)}</td>
          </tr>
        )}
      </tbody>
    </table>
  )
}

/** The figures of a closed shift. */
export const Figures = ({ shift }: { shift: Shift }) => {
  const words = useWords()
  const { config } = useConfig()
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const net = METHODS.reduce(
    (sum, method) => sum + (shift[method]?.taken ?? 0) - (shift[method]?.returned ?? 0),
    0,
  )
  return (
    <>
      <h2 className={styles.title}>
        {words.report} #{shift.id}
      </h2>
      <dl className={styles.facts}>
        <dt>{words.cashier}</dt>
        <dd>{shift.cashierName}</dd>
        <dt>{words.from}</dt>
        <dd>{showTime(shift.openedAt ?? '', zone)}</dd>
        <dt>{words.to}</dt>
        <dd>{showTime(shift.closedAt ?? '', zone)}</dd>
        <dt>{words.total}</dt>
        <dd>{showRupiah(net)}</dd>
        {shift.note && (
          <>
            <dt>{words.note}</dt>
            <dd>{shift.note}</dd>
          </>
        )}
      </dl>
      <div className={styles.methods}>
        {METHODS.map((method) => (
          <Method key={method} method={method} shift={shift} />
        ))}
      </div>
    </>
  )
}
