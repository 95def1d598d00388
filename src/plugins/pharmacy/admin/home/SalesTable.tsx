import { showRupiah } from '@/lib/panel/showRupiah'

import type { DaySales } from '../../salesSchemas'
import type { Language } from './days'
import { longDay } from './days'
import styles from './SalesChart.module.css'
import type { WORDS } from './words'

type Props = { days: DaySales[]; language: Language; words: (typeof WORDS)['id'] }

/** The chart for who would rather read, or cannot see it: the newest day first. */
export const SalesTable = ({ days, language, words }: Props) => (
  <details className={styles.details}>
    <summary>{words.table}</summary>
    <table className={styles.table}>
      <thead>
        <tr>
          <th scope="col">{words.day}</th>
          <th scope="col">{words.total}</th>
          <th scope="col">{words.count}</th>
        </tr>
      </thead>
      <tbody>
        {[...days].reverse().map(({ date, total, count }) => (
          <tr key={date}>
            <th scope="row">{longDay(date, language)}</th>
            <td>{showRupiah(total)}</td>
            <td>{count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)
