import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import pg from 'pg'
import type { SanitizedConfig } from 'payload'

import { startEmbeddedPostgres } from '../../src/database/embedded'
import { percentile } from '../figures'
import { ARTICLES } from './articles'

/**
 * How long `GET /api/news/search` takes among 50,000 articles (`--articles=n`), in this process: eight
 * searches at a time, no HTTP. Prints p50 and p99 in milliseconds, and whether the index was asked.
 */

const COUNT = Number(process.argv.find((one) => one.startsWith('--articles='))?.slice(11) ?? 50_000)
const BATCH = 1_000
const AT_ONCE = Number(process.argv.find((one) => one.startsWith('--at-once='))?.slice(10) ?? 8)
const SEARCHES = 400

/** What is asked for, by how many articles have it. */
const QUERIES: Record<string, (n: number) => string> = {
  'a word of ten articles': (n) => `istilah${n % 5000}`,
  'a word of a hundredth': (n) => `kata${n % 20_000}`,
  'two words': (n) => `jantung kata${n % 20_000}`,
  'the beginning of a word': (n) => `kata${n % 2_000}`,
  'a word of every article': () => 'pengobatan',
  'three words of every article': () => 'obat yang dokter',
  'a word of none': (n) => `tiada${n}`,
}

const fill = async (url: string): Promise<void> => {
  const db = new pg.Client({ connectionString: url })
  await db.connect()
  for (let first = 1; first <= COUNT; first += BATCH) {
    await db.query(ARTICLES, [first, Math.min(COUNT, first + BATCH - 1)])
  }
  await db.query('VACUUM ANALYZE news')
  await db.end()
}

const searchIn =
  (config: SanitizedConfig) =>
  async (q: string): Promise<number> => {
    const { handleEndpoints } = await import('payload')
    const url = `http://localhost:3000/api/news/search?q=${encodeURIComponent(q)}`
    const startedAt = performance.now()
    const response = await handleEndpoints({ config, request: new Request(url) })
    const text = await response.text()
    if (response.status !== 200) throw new Error(`${response.status} ${text}`)
    return performance.now() - startedAt
  }

const run = async (search: (q: string) => Promise<number>): Promise<void> => {
  for (const [what, queryOf] of Object.entries(QUERIES)) {
    let next = 0
    const latencies: number[] = []
    const worker = async (): Promise<void> => {
      while (next < SEARCHES) {
        next += 1
        latencies.push(await search(queryOf(next)))
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, worker))
    const [half, most] = [percentile(latencies, 0.5), percentile(latencies, 0.99)]
    console.log(`${what}: p50 ${half.toFixed(1)} ms, p99 ${most.toFixed(1)} ms`)
  }
}

const folder = await mkdtemp(join(tmpdir(), 'sehat-bench-'))
await chmod(folder, 0o755)
const postgres = await startEmbeddedPostgres({ dataDir: folder, log: () => undefined })
try {
  Object.assign(process.env, {
    DATABASE_URL: postgres.url,
    PAYLOAD_SECRET: 'a secret of the bench, long enough to be one',
    SERVER_URL: 'http://localhost:3000',
    SEHAT_DATA_DIR: join(folder, 'data'),
    MEDIA_DIR: join(folder, 'media'),
    LOG_LEVEL: 'error',
    RATE_LIMIT_FACTOR: '1000000',
    ALLOW_SIMULATOR: '1',
  })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config')
  const payload = await getPayload({ config })
  await fill(postgres.url)
  await run(searchIn(config as unknown as SanitizedConfig))
  await payload.destroy()
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}
