import type { LowStock } from '../../stockReports'
import styles from './Stock.module.css'
import type { Words } from './words'

type Level = Pick<LowStock, 'stock' | 'lowStockThreshold'>

/** Says in a word whether stock has to be bought. */
export const StockLevel = ({ obat, words }: { obat: Level; words: Words }) => {
  const { stock, lowStockThreshold: threshold } = obat
  if (stock <= 0) return <span className={`${styles.pill} ${styles.isOut}`}>{words.out}</span>
  if (stock <= threshold)
    return <span className={`${styles.pill} ${styles.isLow}`}>{words.low}</span>
  return <span className={`${styles.pill} ${styles.isEnough}`}>{words.enough}</span>
}
