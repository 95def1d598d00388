/** The statements that fill the database; `$1` is a JSON array of rows unless said otherwise. */

export const categories = `
  INSERT INTO obat_categories (name, slug)
  SELECT name, regexp_replace(lower(name), '\\W+', '-', 'g')
    FROM jsonb_array_elements_text($1::jsonb) WITH ORDINALITY AS t(name, at) ORDER BY at`

/** Created a minute apart, so that "newest first" has one answer. */
export const obat = `
  INSERT INTO obat (name, slug, sku, barcode, price, unit, category_id, drug_class,
                    requires_prescription, active, description, created_at, updated_at)
  SELECT r.name, r.slug, r.sku, r.barcode, r.price, r.unit, c.id,
         (CASE WHEN r."isKeras" THEN 'keras' ELSE 'bebas' END)::enum_obat_drug_class,
         r."isKeras", r."isActive", r.description, t.at, t.at
    FROM jsonb_to_recordset($1::jsonb)
         AS r(name text, slug text, sku text, barcode text, price numeric, unit text, category int,
              "isKeras" boolean, "isActive" boolean, description jsonb, index int)
    JOIN (SELECT id, row_number() OVER (ORDER BY id) - 1 AS at FROM obat_categories) c
      ON c.at = r.category,
    LATERAL (SELECT timestamptz '2026-01-01' + r.index * interval '1 minute' AS at) t
   ORDER BY r.index`

export const opening = `
  INSERT INTO stock_movements (obat_id, kind, quantity, reason)
  SELECT id, 'opening', 100000, 'Stok awal' FROM obat ORDER BY id`

export const users = (hash: string, salt: string): string => `
  INSERT INTO users (name, email, phone, address, role, hash, salt)
  SELECT name, email, phone, address, 'patient', '${hash}', '${salt}'
    FROM jsonb_to_recordset($1::jsonb) AS r(name text, email text, phone text, address text)`

export const patients = `SELECT id, email FROM users ORDER BY id`

export const sessions = `
  INSERT INTO users_sessions (_order, _parent_id, id, created_at, expires_at)
  SELECT 1, id, sid, now(), now() + interval '7 days'
    FROM jsonb_to_recordset($1::jsonb) AS r(id int, sid text)`

/** `$1` is how many each patient has. All are paid and done: an open one counts against a limit. */
export const orders = `
  INSERT INTO orders (user_id, customer_name, customer_phone, shipping_address, payment_method,
                      payment_status, paid_at, status, total_price, created_at, updated_at)
  SELECT u.id, u.name, u.phone, u.address, 'bank_transfer', 'paid', t.at, 'completed', 0, t.at, t.at
    FROM generate_series(1, $1::int) AS n, users u,
         LATERAL (SELECT now() - (40 - n) * interval '1 day' AS at) t
   ORDER BY n, u.id`

/** Two different obat for each order, spread over all of them. */
export const lines = `
  INSERT INTO orders_items (_order, _parent_id, id, obat_id, quantity, unit_price, subtotal, number)
  SELECT line, o.id, md5(o.id || '-' || line), b.id, line, b.price, b.price * line,
         nextval('order_line_number')
    FROM orders o CROSS JOIN generate_series(1, 2) AS line
    JOIN (SELECT id, price, row_number() OVER (ORDER BY id) - 1 AS at, count(*) OVER () AS total
            FROM obat WHERE active AND drug_class = 'bebas') b
      ON b.at = (o.id::bigint * 7919 + line * 31) % b.total
   ORDER BY o.id, line`

/** A guard keeps an order's price for good; this is its beginning. */
export const totals = `
  ALTER TABLE orders DISABLE TRIGGER guard_order;
  UPDATE orders o SET total_price = i.total
    FROM (SELECT _parent_id, sum(subtotal) AS total FROM orders_items GROUP BY 1) i
   WHERE i._parent_id = o.id;
  ALTER TABLE orders ENABLE TRIGGER guard_order`

export const sales = `
  INSERT INTO stock_movements (obat_id, kind, quantity, order_id, created_by_id, reason)
  SELECT i.obat_id, 'sale', -i.quantity, o.id, o.user_id, 'Order #' || o.id
    FROM orders o JOIN orders_items i ON i._parent_id = o.id ORDER BY i.obat_id, o.id`

export const visibleObat = `SELECT id FROM obat WHERE active ORDER BY id`

export const orderableObat = `
  SELECT id FROM obat WHERE active AND drug_class <> 'keras' AND NOT requires_prescription ORDER BY id`
