import type pg from 'pg'

/** Each counts what must not exist. */
const FAULTS: Record<string, string> = {
  'obat whose stock is not the sum of its movements': `
    SELECT count(*)::int AS found FROM obat b
     WHERE b.stock <> (SELECT coalesce(sum(quantity), 0) FROM stock_movements WHERE obat_id = b.id)`,
  'movements whose balance is not the sum up to them': `
    SELECT count(*)::int AS found
      FROM (SELECT balance_after, sum(quantity) OVER (PARTITION BY obat_id ORDER BY id) AS balance
              FROM stock_movements) m
     WHERE balance_after <> balance`,
  'order lines without their sale, and sales without their line': `
    SELECT count(*)::int AS found
      FROM (SELECT _parent_id AS order_id, obat_id, quantity FROM orders_items) i
      FULL JOIN (SELECT order_id, obat_id, -quantity AS quantity FROM stock_movements
                  WHERE kind = 'sale') m USING (order_id, obat_id, quantity)
     WHERE i.order_id IS NULL OR m.order_id IS NULL`,
  'orders whose total is not the sum of their lines': `
    SELECT count(*)::int AS found FROM orders o
     WHERE o.total_price <> (SELECT sum(subtotal) FROM orders_items WHERE _parent_id = o.id)`,
}

export const countOrders = async (db: pg.Client): Promise<number> => {
  const { rows } = await db.query<{ total: number }>('SELECT count(*)::int AS total FROM orders')
  return rows[0]!.total
}

/** Pays and completes what is open: a patient may have twenty open orders, a load makes more. */
export const completeOpenOrders = async (db: pg.Client): Promise<void> => {
  await db.query(`UPDATE orders SET status = 'completed', payment_status = 'paid', paid_at = now()
                   WHERE status = 'pending'`)
}

/**
 * Checks that stock, movements and orders tell the same story.
 * @param acknowledged orders that were answered with 201 since `before` was counted; more may have
 *   been committed, by requests that were under way when the load ended, but never fewer
 * @returns what is wrong, in words
 */
export const checkLedger = async (
  db: pg.Client,
  before: number,
  acknowledged: number,
): Promise<string[]> => {
  const faults: string[] = []
  for (const [what, statement] of Object.entries(FAULTS)) {
    const { rows } = await db.query<{ found: number }>(statement)
    if (rows[0]!.found > 0) faults.push(`${rows[0]!.found} ${what}`)
  }
  const made = (await countOrders(db)) - before
  if (made < acknowledged)
    faults.push(`${acknowledged} orders acknowledged, ${made} in the database`)
  return faults
}
