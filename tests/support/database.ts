import pg from 'pg'

/** Runs statements on the tests' Postgres, outside any database of the application. */
export const onServer = async <T>(work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: process.env.TEST_POSTGRES_URL })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes an empty database and tells its address. */
export const createDatabase = async (name: string): Promise<string> => {
  await onServer(async (client) => {
    await client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    await client.query(`CREATE DATABASE ${name}`)
  })
  const url = new URL(process.env.TEST_POSTGRES_URL ?? '')
  url.pathname = `/${name}`
  return url.href
}
