import { mkdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { serverAccount } from './account'
import { findBinaries } from './binaries'
import { enterClaim, livingClaims, withLock } from './claims'
import { ensureCluster } from './cluster'
import { ask, ensureDatabase, urlOf } from './connection'
import { livingPostmaster } from './pidFile'
import type { Postmaster } from './pidFile'
import { choosePlace } from './place'
import { startPostmaster } from './postmaster'
import { stopPostmaster } from './stopping'
import type { EmbeddedPostgres, EmbeddedPostgresOptions, Server } from './types'

export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './types'

const ADOPTION_LIMIT_MS = 300_000
const POLL_MS = 100

/** Waits for a living server to answer; null when it ends instead, as one that is stopping does. */
const adopt = async (server: Server): Promise<Postmaster | null> => {
  const deadline = Date.now() + ADOPTION_LIMIT_MS
  for (;;) {
    const postmaster = livingPostmaster(server.cluster)
    if (!postmaster) return null
    const answer = postmaster.port ? await ask(server.cluster, postmaster.port) : 'not yet'
    if (answer === 'ready') return postmaster
    if (answer === 'stranger' || Date.now() > deadline) {
      throw new Error(
        `A Postgres (process ${postmaster.pid}, port ${postmaster.port}) runs in ${server.cluster}, ` +
          'but it does not let us in: stop it, and start again.',
      )
    }
    await sleep(POLL_MS)
  }
}

const prepare = ({ dataDir, log }: EmbeddedPostgresOptions): Server => {
  mkdirSync(dataDir, { recursive: true })
  const home = realpathSync(dataDir)
  const { cluster, account } = choosePlace(home, serverAccount(), log)
  return { home, cluster, account, native: findBinaries(account, log), log }
}

/** Stops the server unless another living process claims it. */
const letGo = async (server: Server, users: string, own: string): Promise<void> => {
  if (livingClaims(users, own).length > 0) return
  const postmaster = livingPostmaster(server.cluster)
  if (!postmaster) return
  await stopPostmaster(server, postmaster)
  server.log('Postgres is stopped.')
}

/**
 * Starts the embedded Postgres of a data folder, or adopts the one that runs there: another process
 * started it, or one that died did. Several processes may do so at once; each must call `stop`.
 * @throws {Error} a sentence that says what to do, or the last lines of Postgres's log
 */
export const startEmbeddedPostgres = async (
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> => {
  const { database = 'sehat', log } = options
  mkdirSync(options.dataDir, { recursive: true })
  const claims = join(realpathSync(options.dataDir), 'claims')
  const locks = join(claims, 'lock')
  const users = join(claims, 'users')

  return withLock(locks, async () => {
    const server = prepare(options)
    await ensureCluster(server)
    const found = await adopt(server)
    const postmaster = found ?? (await startPostmaster(server))
    const { pid, port } = postmaster
    log(
      `Postgres ${found ? 'was running already' : 'is running'} on port ${port} (process ${pid}).`,
    )
    const claim = enterClaim(users)
    try {
      await ensureDatabase(server.cluster, port, database)
    } catch (error) {
      claim.leave()
      throw error
    }

    let isLetGo = false
    const stop = async (): Promise<void> => {
      if (isLetGo) return
      isLetGo = true
      await withLock(locks, () => letGo(server, users, claim.name)).finally(claim.leave)
    }
    const url = urlOf(server.cluster, port, database)
    return { url, dataDir: server.cluster, adopted: found !== null, stop }
  })
}
