import pg from 'pg'
import { SUPERUSER, readPassword } from './cluster'

/** What a try to connect told: it answers; it is not ready yet; or it is not ours. */
export type Answer = 'ready' | 'not yet' | 'stranger'

const config = (cluster: string, port: number): pg.ClientConfig => ({
  host: '127.0.0.1',
  port,
  user: SUPERUSER,
  password: readPassword(cluster),
  database: 'postgres',
  ssl: false,
  options: '',
  connectionTimeoutMillis: 5_000,
  application_name: 'sehat start',
})

const withClient = async <T>(
  cluster: string,
  port: number,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client(config(cluster, port))
  // The server may go away while the client says goodbye.
  client.on('error', () => undefined)
  try {
    await client.connect()
    return await work(client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** Asks a server whether it knows our password: nobody but this cluster's own does. */
export const ask = async (cluster: string, port: number): Promise<Answer> => {
  try {
    await withClient(cluster, port, (client) => client.query('SELECT 1'))
    return 'ready'
  } catch (error) {
    const { code } = error as { code?: string }
    return code === '28P01' || code === '28000' ? 'stranger' : 'not yet'
  }
}

/** Makes a database when it is missing. */
export const ensureDatabase = (cluster: string, port: number, name: string): Promise<void> =>
  withClient(cluster, port, async (client) => {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name])
    if (!rowCount) await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`)
  })

/** The address of a database, with the password. */
export const urlOf = (cluster: string, port: number, database: string): string =>
  `postgres://${SUPERUSER}:${readPassword(cluster)}@127.0.0.1:${port}/${encodeURIComponent(database)}`
