import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { startServer } from '../support/server'

/** A server without a database of its own to name: it brings one, and demonstrates. */
export const openDemonstration = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sehat-demonstration-'))
  // When root runs the tests, Postgres runs as somebody else, who must be able to pass through.
  await chmod(folder, 0o755)
  const server = await startServer({
    databaseUrl: '',
    env: { SEHAT_DATA_DIR: join(folder, 'data'), MEDIA_DIR: join(folder, 'media') },
  })
  return {
    ...server,
    close: async (): Promise<void> => {
      await server.stop()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export type Demonstration = Awaited<ReturnType<typeof openDemonstration>>
