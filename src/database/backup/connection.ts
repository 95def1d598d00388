import pg from 'pg'

/**
 * Runs work on a connection of its own, without time limits: a large table takes its time.
 * Values are written and read in one way only, whatever the server's settings are.
 */
export const withClient = async <T>(
  url: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: url, application_name: 'sehat backup' })
  // A lost connection fails the statement that is under way; without a listener it ends the process.
  client.on('error', () => undefined)
  await client.connect()
  try {
    await client.query(
      `SET statement_timeout = 0; SET idle_in_transaction_session_timeout = 0;
       SET timezone = 'UTC'; SET datestyle = 'ISO'; SET intervalstyle = 'postgres';
       SET extra_float_digits = 1; SET bytea_output = 'hex'; SET search_path = public`,
    )
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** `"public"."name"`, quoted. */
export const qualified = (name: string): string => `public.${pg.escapeIdentifier(name)}`

/** A list of quoted names. */
export const columnList = (columns: string[]): string =>
  columns.map((column) => pg.escapeIdentifier(column)).join(', ')
