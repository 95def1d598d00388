import styles from './DayTable.module.css'
import type { Language } from './showDay'
import { longDay } from './showDay'

type Props = {
  title: string
  /** The day's column, and the others. */
  headings: readonly string[]
  rows: { date: string; cells: (string | number)[] }[]
  language: Language
}

/** A chart of days for who would rather read, or cannot see it: the newest day first. */
export const DayTable = ({ title, headings, rows, language }: Props) => (
  <details className={styles.details}>
    <summary>{title}</summary>
    <table className={styles.table}>
      <thead>
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {[...rows].reverse().map(({ date, cells }) => (
          <tr key={date}>
            <th scope="row">{longDay(date, language)}</th>
            {cells.map((cell, index) => (
              <td key={headings[index + 1]}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </details>
)
