import type pg from 'pg'

/** What an extension brought with it is its own business. */
const NOT_OF_AN_EXTENSION = `NOT EXISTS (
  SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')`

/** The application's tables, with the columns that can be written. */
export const listTables = async (
  client: pg.ClientBase,
): Promise<{ name: string; columns: string[] }[]> => {
  const { rows } = await client.query<{ name: string; columns: string[] }>(
    `SELECT c.relname AS name,
       array_remove(array_agg(a.attname::text ORDER BY a.attnum), NULL) AS columns
     FROM pg_class c
     LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
       AND a.attgenerated = ''
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND ${NOT_OF_AN_EXTENSION}
     GROUP BY c.relname ORDER BY c.relname`,
  )
  return rows
}

/** The names of the application's sequences. */
export const listSequences = async (client: pg.ClientBase): Promise<string[]> => {
  const { rows } = await client.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'S' AND ${NOT_OF_AN_EXTENSION}
     ORDER BY c.relname`,
  )
  return rows.map(({ name }) => name)
}
