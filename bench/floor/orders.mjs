import { randomBytes } from 'node:crypto'

import { inTransaction, pool } from './database.mjs'

const OPEN_ORDERS_MAX = 20
const DAY_MS = 24 * 60 * 60 * 1000

/** Orders with their lines, each line with its obat; `chosen` selects their ids. */
const select = (chosen) => `
  SELECT o.id, o.user_id, o.total_price::float8, o.status, o.shipping_address, o.payment_method,
         o.payment_status, o.payment_details, o.paid_at, o.paid_by_id AS paid_by, o.created_at,
         o.updated_at, p.filename AS proof,
         (SELECT json_agg(json_build_object(
                   'id', i.number, 'obat_id', i.obat_id, 'quantity', i.quantity,
                   'unit_price', i.unit_price, 'subtotal', i.subtotal,
                   'obat', json_build_object('id', b.id, 'name', b.name,
                           'description', b.description, 'price', b.price, 'stock', b.stock,
                           'image', m.filename)) ORDER BY i._order)
            FROM orders_items i
            LEFT JOIN obat b ON b.id = i.obat_id
            LEFT JOIN media m ON m.id = b.image_id
           WHERE i._parent_id = o.id) AS items
    FROM (${chosen}) chosen
    JOIN orders o ON o.id = chosen.id
    LEFT JOIN payment_proofs p ON p.id = o.payment_proof_id
    LEFT JOIN users buyer ON buyer.id = o.user_id
    LEFT JOIN users taker ON taker.id = o.paid_by_id
   ORDER BY o.id DESC`

const textOf = (node) => node.text ?? (node.children ?? []).map(textOf).join('')

const presentItem =
  (order) =>
  ({ obat, ...item }) => ({
    id: item.id,
    order_id: order,
    obat_id: item.obat_id,
    quantity: item.quantity,
    unit_price: item.unit_price,
    subtotal: item.subtotal,
    obat: { ...obat, description: obat.description ? textOf(obat.description.root) : '' },
  })

const present = ({ items, proof, ...order }) => ({
  ...order,
  items: items.map(presentItem(order.id)),
})

const NEWEST = `SELECT id FROM orders WHERE user_id = $1 ORDER BY id DESC LIMIT 100`

export const listOrders = async (user, query) => {
  const perPage = Number(query.get('per_page'))
  const page = Number(query.get('page') ?? 1)
  const chosen = `SELECT id FROM (${NEWEST}) newest ORDER BY id DESC LIMIT $2 OFFSET $3`
  const [{ rows }, count] = await Promise.all([
    pool.query(select(chosen), [user.id, perPage, (page - 1) * perPage]),
    pool.query(`SELECT count(*)::int AS total FROM (${NEWEST}) newest`, [user.id]),
  ])
  const { total } = count.rows[0]
  const last = Math.max(1, Math.ceil(total / perPage))
  const meta = { current_page: page, last_page: last, per_page: perPage, total }
  return { success: true, data: rows.map(present), meta }
}

const insertOrder = async (client, user, body, lines) => {
  const total = lines.reduce((sum, { subtotal }) => sum + subtotal, 0)
  const { rows } = await client.query(
    `INSERT INTO orders (user_id, customer_name, customer_phone, total_price, shipping_address,
                         payment_method, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [
      ...[user.id, user.name, user.phone, total, body.shipping_address ?? user.address],
      ...[body.payment_method, new Date(Date.now() + DAY_MS)],
    ],
  )
  const order = rows[0].id
  const column = (name) => lines.map((line) => line[name])
  await client.query(
    `INSERT INTO orders_items
            (_order, _parent_id, id, obat_id, quantity, unit_price, subtotal, number)
     SELECT at, $1, id, obat, quantity, price, subtotal, nextval('order_line_number')
       FROM unnest($2::text[], $3::int[], $4::int[], $5::numeric[], $6::numeric[])
            WITH ORDINALITY AS line(id, obat, quantity, price, subtotal, at)`,
    [order, ...['id', 'obat', 'quantity', 'price', 'subtotal'].map(column)],
  )
  await client.query(
    `INSERT INTO stock_movements (obat_id, kind, quantity, order_id, created_by_id, reason)
     SELECT obat, 'sale', -quantity, $1, $2, $3
       FROM unnest($4::int[], $5::int[]) AS line(obat, quantity) ORDER BY obat`,
    [order, user.id, `Order #${order}`, column('obat'), column('quantity')],
  )
  return order
}

const refuse = (message) => ({ status: 400, body: { success: false, message } })

/** Locks the buyer and the obat, freezes prices, takes stock through the ledger, and reads it back. */
export const placeOrder = (user, body) =>
  inTransaction(async (client) => {
    await client.query('SELECT 1 FROM users WHERE id = $1 FOR NO KEY UPDATE', [user.id])
    const open = await client.query(
      `SELECT count(*)::int AS open FROM orders
        WHERE user_id = $1 AND status = 'pending' AND paid_at IS NULL`,
      [user.id],
    )
    if (open.rows[0].open >= OPEN_ORDERS_MAX) return refuse('Terlalu banyak order')
    const locked = await client.query(
      `SELECT id, name, price::float8, stock::float8, active FROM obat
        WHERE id = ANY($1::int[]) ORDER BY id FOR NO KEY UPDATE`,
      [body.items.map(({ obat_id }) => obat_id)],
    )
    const known = new Map(locked.rows.map((row) => [row.id, row]))
    const lines = []
    for (const { obat_id: obat, quantity } of body.items) {
      const row = known.get(obat)
      if (!row?.active) return refuse('Obat tidak ditemukan')
      if (row.stock < quantity) return refuse('Stok tidak mencukupi')
      const id = randomBytes(12).toString('hex')
      lines.push({ id, obat, quantity, price: row.price, subtotal: row.price * quantity })
    }
    const order = await insertOrder(client, user, body, lines)
    const { rows } = await client.query(select('SELECT $1::int AS id'), [order])
    const data = present(rows[0])
    return { status: 201, body: { success: true, message: 'Order berhasil dibuat', data } }
  })
