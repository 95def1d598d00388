import { showRupiah } from '../show'
import type { Bill } from './bills'
import card from '../card.module.css'
import styles from './bill.module.css'

type Props = NonNullable<Bill['details']> & { total: number }

/** What was examined, and what each of it costs. */
export const Lines = ({ doctor, lines, total }: Props) => (
  <section aria-labelledby="lines" className={styles.details}>
    <h2 id="lines">Rincian</h2>
    {doctor && <p className={card.hint}>Diperiksa oleh {doctor}</p>}
    <table className={styles.lines}>
      <thead>
        <tr>
          <th scope="col">Tindakan</th>
          <th scope="col">Jumlah</th>
        </tr>
      </thead>
      <tbody>
        {lines.map(({ name, price, quantity }, index) => (
          <tr key={index}>
            <th scope="row">
              {name}
              {quantity > 1 && (
                <small>
                  {quantity} × {showRupiah(price)}
                </small>
              )}
            </th>
            <td>{showRupiah(price * quantity)}</td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Total</th>
          <td>{showRupiah(total)}</td>
        </tr>
      </tfoot>
    </table>
  </section>
)
