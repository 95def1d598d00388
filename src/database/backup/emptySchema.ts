import type pg from 'pg'

/**
 * Every object in the schema, with what drops it; in an order in which CASCADE has least to do.
 * The schema itself stays, with whatever rights others were given on it, and so do extensions.
 */
const OBJECTS = `
  WITH objects AS (
    SELECT CASE relkind WHEN 'S' THEN 2 ELSE 1 END AS place, 'pg_class'::regclass AS class, oid,
      CASE relkind WHEN 'v' THEN 'VIEW' WHEN 'm' THEN 'MATERIALIZED VIEW' WHEN 'S' THEN 'SEQUENCE'
        ELSE 'TABLE' END || ' IF EXISTS ' || oid::regclass AS what
    FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'S')
    UNION ALL
    SELECT 3, 'pg_proc'::regclass, oid, 'ROUTINE IF EXISTS ' || oid::regprocedure
    FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prokind <> 'a'
    UNION ALL
    SELECT 4, 'pg_type'::regclass, t.oid, 'TYPE IF EXISTS ' || t.oid::regtype
    FROM pg_type t LEFT JOIN pg_class c ON c.oid = t.typrelid
    WHERE t.typnamespace = 'public'::regnamespace AND t.typelem = 0
      AND (t.typtype IN ('e', 'd', 'r') OR c.relkind = 'c')
  )
  SELECT 'DROP ' || what || ' CASCADE' AS statement FROM objects o
  WHERE NOT EXISTS (
    SELECT FROM pg_depend d WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype = 'e')
  ORDER BY place`

/** Drops everything in the schema `public`, in the transaction that is open. */
export const emptySchema = async (client: pg.Client): Promise<void> => {
  const { rows } = await client.query<{ statement: string }>(OBJECTS)
  for (const { statement } of rows) await client.query(statement)
}
