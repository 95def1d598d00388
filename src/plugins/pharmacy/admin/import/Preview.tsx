'use client'

import { showRupiah } from '@/lib/panel/showRupiah'

import type { ImportAnswer } from '../../obatImport'
import styles from './Import.module.css'
import type { Words } from './words'

type Props = { answer: ImportAnswer; words: Words }
type Word = string | number | boolean | null

const show = (word: Word, words: Words): string => {
  if (word === null || word === '') return words.empty
  if (typeof word === 'boolean') return word ? words.yes : words.no
  return String(word)
}

const More = ({ listed, all, words }: { listed: number; all: number; words: Words }) =>
  all > listed ? <p className={styles.note}>{words.more(all - listed)}</p> : null

const Errors = ({ answer, words }: Props) => (
  <section>
    <div className={styles.frame}>
      <table aria-label={words.counts.failed} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.message}</th>
          </tr>
        </thead>
        <tbody>
          {answer.errors.map(({ row, column, message }, index) => (
            <tr key={index}>
              <td className={styles.number}>{row}</td>
              <td>{column ?? words.whole}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <More all={answer.failed} listed={answer.errors.length} words={words} />
  </section>
)

const Updates = ({ answer, words }: Props) => (
  <section>
    <h2>{words.changedOnes}</h2>
    <div className={styles.frame}>
      <table aria-label={words.changedOnes} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.obat}</th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {answer.updates.map(({ row, id, name, fields }) => (
            <tr key={id}>
              <td className={styles.number}>{row}</td>
              <td>{name}</td>
              <td>
                <ul className={styles.changes}>
                  {fields.map(({ field, from, to }) => (
                    <li key={field}>
                      {words.fields[field] ?? field}: <del>{show(from, words)}</del> →{' '}
                      <ins>{show(to, words)}</ins>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <More all={answer.updated} listed={answer.updates.length} words={words} />
  </section>
)

const Creates = ({ answer, words }: Props) => (
  <section>
    <h2>{words.newOnes}</h2>
    <div className={styles.frame}>
      <table aria-label={words.newOnes} className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.obat}</th>
            <th scope="col">{words.price}</th>
            <th scope="col">{words.stock}</th>
          </tr>
        </thead>
        <tbody>
          {answer.creates.map(({ row, name, price, stock }) => (
            <tr key={row}>
              <td className={styles.number}>{row}</td>
              <td>{name}</td>
              <td className={styles.number}>{showRupiah(price)}</td>
              <td className={styles.number}>{stock}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
    <More all={answer.created} listed={answer.creates.length} words={words} />
  </section>
)

/** What an import would do, or what keeps it from being done. */
export const Preview = ({ answer, words }: Props) => {
  const { failed, created, updated, stockIgnored, newCategories } = answer
  const shown = failed > 0 ? (['failed'] as const) : (['created', 'updated', 'unchanged'] as const)
  return (
    <>
      <dl className={styles.counts}>
        {shown.map((name) => (
          <div key={name}>
            <dt>{words.counts[name]}</dt>
            <dd className={name === 'failed' ? styles.bad : undefined}>{answer[name]}</dd>
          </div>
        ))}
      </dl>
      {failed > 0 && (
        <p className={styles.bad} role="alert">
          {words.errors(failed)}
        </p>
      )}
      {failed === 0 && created + updated === 0 && <p>{words.nothing}</p>}
      {newCategories.length > 0 && <p>{words.categories(newCategories.join(', '))}</p>}
      {stockIgnored > 0 && <p className={styles.note}>{words.stockIgnored(stockIgnored)}</p>}
      {failed > 0 && <Errors answer={answer} words={words} />}
      {updated > 0 && <Updates answer={answer} words={words} />}
      {created > 0 && <Creates answer={answer} words={words} />}
    </>
  )
}
