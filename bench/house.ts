import { randomBytes } from 'node:crypto'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'

import { startEmbeddedPostgres } from '../src/database/embedded'
import type { Options } from './options'
import type { Program } from './program'
import { freePort, startProgram } from './program'
import type { World } from './seed'
import { seed, signingKey } from './seed'

/** Everything that is measured, running. */
export type House = {
  app: Program
  floor: Program
  db: pg.Client
  world: World
  /** PAYLOAD_SECRET of the application. */
  secret: string
}

type Say = (line: string) => void
type Cleanup = () => Promise<unknown>
type Base = { folder: string; databaseUrl: string; secret: string; poolMax: number }

const NODE = ['--conditions=production', '--import', 'tsx']

const startApp = async ({ folder, databaseUrl, secret, poolMax }: Base): Promise<Program> => {
  const port = await freePort()
  return startProgram({
    name: 'application',
    args: [...NODE, 'src/server/index.ts'],
    port,
    readyPath: '/api/health/ready',
    logFile: join(folder, 'application.log'),
    env: {
      PORT: String(port),
      HOST: '127.0.0.1',
      SERVER_URL: `http://127.0.0.1:${port}`,
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_MAX: String(poolMax),
      PAYLOAD_SECRET: secret,
      SEHAT_DATA_DIR: join(folder, 'data'),
      MEDIA_DIR: join(folder, 'media'),
      LOG_LEVEL: 'warn',
      RATE_LIMIT_FACTOR: '1000000',
      ALLOW_SIMULATOR: '1',
      MIDTRANS_SIMULATOR_PORT: String(await freePort()),
    },
  })
}

const startFloor = async ({ folder, databaseUrl, secret, poolMax }: Base): Promise<Program> => {
  const port = await freePort()
  return startProgram({
    name: 'floor',
    args: ['bench/floor.mjs'],
    port,
    readyPath: '/ready',
    logFile: join(folder, 'floor.log'),
    env: {
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DATABASE_POOL_MAX: String(poolMax),
      SIGNING_KEY: signingKey(secret),
    },
  })
}

const connect = async (url: string): Promise<pg.Client> => {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  return db
}

/**
 * Runs `work` with a fresh Postgres in a temporary folder, the application in production, the floor
 * beside it on the same database, and the data; stops and removes all of it, whatever happens.
 */
export const withHouse = async (
  options: Options,
  say: Say,
  work: (house: House) => Promise<void>,
): Promise<void> => {
  const cleanups: Cleanup[] = []
  const folder = await mkdtemp(join(tmpdir(), 'sehat-bench-'))
  cleanups.push(() => rm(folder, { recursive: true, force: true }))
  // Postgres, which does not run as root, must reach what is its own in there.
  await chmod(folder, 0o755)
  try {
    say('Starting Postgres')
    const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined })
    cleanups.push(postgres.stop)
    const secret = randomBytes(32).toString('hex')
    const base: Base = { folder, databaseUrl: postgres.url, secret, poolMax: options.poolMax }

    say('Starting the application (it makes the tables)')
    const app = await startApp(base)
    cleanups.push(app.stop)

    say(`Filling in ${options.obat} obat and ${options.users} users`)
    const db = await connect(postgres.url)
    cleanups.push(() => db.end())
    const world = await seed(db, options, secret)

    say('Starting the floor')
    const floor = await startFloor(base)
    cleanups.push(floor.stop)
    await work({ app, floor, db, world, secret })
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup()
  }
}
