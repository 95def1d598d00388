import { showRupiah } from '@/lib/panel/showRupiah'

import type { DeskOrder } from '../../deskSchemas'
import styles from './Lines.module.css'
import type { DeskWords } from './words'

/** What was ordered, and the total. */
export const Lines = ({ order, words }: { order: DeskOrder; words: DeskWords }) => (
  <table className={styles.lines}>
    <caption className={styles.caption}>{words.items}</caption>
    <tbody>
      {order.items.map(({ id, name, unit, quantity, unitPrice, subtotal, needsPrescription }) => (
        <tr key={id}>
          <th scope="row">
            {name}
            {needsPrescription && <span className={styles.mark}>{words.prescription}</span>}
            <span className={styles.times}>
              {quantity} {unit} × {showRupiah(unitPrice)}
            </span>
          </th>
          <td>{showRupiah(subtotal)}</td>
        </tr>
      ))}
    </tbody>
    <tfoot>
      <tr>
        <th scope="row">{words.total}</th>
        <td className={styles.total}>{showRupiah(order.totalPrice)}</td>
      </tr>
    </tfoot>
  </table>
)
