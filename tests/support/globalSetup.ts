import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startEmbeddedPostgres } from '@/database/embedded'

/** One Postgres for the whole run, in a folder of its own; each worker has databases of its own in it. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(join(tmpdir(), 'sehat-test-'))
  // When root runs the tests, Postgres runs as somebody else, who must be able to pass through.
  await chmod(dataDir, 0o755)
  const postgres = await startEmbeddedPostgres({ dataDir, log: () => undefined })
  process.env.TEST_POSTGRES_URL = postgres.url
  process.env.TEST_DATA_DIR = dataDir
  return async () => {
    await postgres.stop()
    await rm(dataDir, { recursive: true, force: true })
  }
}
