import { join } from 'node:path'

/**
 * What `src/env.ts` reads in a test's worker: production's rules, a database of the worker's own, and
 * limits that are out of the way.
 */
const server = process.env.TEST_POSTGRES_URL
const dataDir = process.env.TEST_DATA_DIR
if (!server || !dataDir) throw new Error('tests/support/globalSetup.ts has not run.')

const url = new URL(server)
url.pathname = `/test_${process.pid}`

Object.assign(process.env, {
  NODE_ENV: 'production',
  DATABASE_URL: url.href,
  SEHAT_DATA_DIR: join(dataDir, 'data'),
  MEDIA_DIR: join(dataDir, `media-${process.pid}`),
  PAYLOAD_SECRET: 'a secret of the tests, long enough to be one',
  SERVER_URL: 'http://localhost:3000',
  RATE_LIMIT_FACTOR: '100000',
  // tests/support/simulator.ts starts it; a worker's own, below the ports that systems hand out.
  ALLOW_SIMULATOR: '1',
  MIDTRANS_SIMULATOR_PORT: String(20_000 + (process.pid % 10_000)),
  // tests/support/gemini starts it; below the simulators' ports.
  GEMINI_API_KEY: 'a key of the tests',
  GEMINI_BASE_URL: `http://127.0.0.1:${10_000 + (process.pid % 10_000)}`,
  LOG_LEVEL: 'silent',
})
