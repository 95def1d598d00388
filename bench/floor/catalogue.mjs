import { pool } from './database.mjs'

const SELECT = `
  SELECT b.id, b.name, b.slug, b.sku, b.barcode, b.price::float8, b.unit, b.stock::float8,
         b.low_stock_threshold::float8 AS "lowStockThreshold",
         c.id AS "category.id", c.name AS "category.name", c.slug AS "category.slug",
         c.active AS "category.active", c.updated_at AS "category.updatedAt",
         c.created_at AS "category.createdAt",
         b.drug_class AS "drugClass", b.requires_prescription AS "requiresPrescription", b.active,
         b.bpom_number AS "bpomNumber", m.id AS "image.id", m.filename AS "image.filename",
         b.description, b.updated_at AS "updatedAt", b.created_at AS "createdAt"
    FROM obat b
    LEFT JOIN obat_categories c ON c.id = b.category_id AND c.active
    LEFT JOIN media m ON m.id = b.image_id`

const present = (row) => ({
  id: row.id,
  name: row.name,
  slug: row.slug,
  sku: row.sku,
  barcode: row.barcode,
  price: row.price,
  unit: row.unit,
  stock: row.stock,
  lowStockThreshold: row.lowStockThreshold,
  category: row['category.id'] && {
    id: row['category.id'],
    name: row['category.name'],
    slug: row['category.slug'],
    active: row['category.active'],
    updatedAt: row['category.updatedAt'],
    createdAt: row['category.createdAt'],
  },
  drugClass: row.drugClass,
  requiresPrescription: row.requiresPrescription,
  active: row.active,
  bpomNumber: row.bpomNumber,
  image: row['image.id'] && { id: row['image.id'], filename: row['image.filename'] },
  description: row.description,
  updatedAt: row.updatedAt,
  createdAt: row.createdAt,
})

export const findObat = async (id) => {
  const { rows } = await pool.query(`${SELECT} WHERE b.id = $1 AND b.active`, [id])
  return present(rows[0])
}

const MATCHING = `b.active AND (b.name ILIKE $1 OR b.sku ILIKE $1 OR b.barcode ILIKE $1)`

/** A page of the catalogue, newest first, and how many there are; of a search too. */
export const listObat = async (query) => {
  const limit = Number(query.get('limit'))
  const page = Number(query.get('page') ?? 1)
  const part = query.get('where[or][0][name][contains]')
  const where = part ? MATCHING : 'b.active'
  const words = part ? [`%${part}%`] : []
  const [{ rows }, count] = await Promise.all([
    pool.query(
      `${SELECT} WHERE ${where} ORDER BY b.created_at DESC
        LIMIT $${words.length + 1} OFFSET $${words.length + 2}`,
      [...words, limit, (page - 1) * limit],
    ),
    pool.query(`SELECT count(*)::int AS total FROM obat b WHERE ${where}`, words),
  ])
  const { total } = count.rows[0]
  const totalPages = Math.ceil(total / limit)
  return {
    docs: rows.map(present),
    hasNextPage: page < totalPages,
    hasPrevPage: page > 1,
    limit,
    nextPage: page < totalPages ? page + 1 : null,
    page,
    pagingCounter: (page - 1) * limit + 1,
    prevPage: page > 1 ? page - 1 : null,
    totalDocs: total,
    totalPages,
  }
}
