import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, fsyncSync, mkdirSync, openSync, closeSync } from 'node:fs'
import { readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { identity } from './account'
import { majorVersion, program } from './binaries'
import { plainEnvironment } from './environment'
import { lastLines } from './logFile'
import type { Server } from './types'

/** The superuser that `initdb` makes. */
export const SUPERUSER = 'postgres'

const passwordFile = (cluster: string): string => join(cluster, 'sehat.password')

/** The superuser's password, which lies in the cluster so that neither exists without the other. */
export const readPassword = (cluster: string): string =>
  readFileSync(passwordFile(cluster), 'utf8').trim()

const run = async (command: string, args: string[], server: Server): Promise<void> => {
  const child = spawn(command, args, {
    ...identity(server.account),
    env: plainEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  })
  const output: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  if (code === 0) return
  throw new Error(
    `${basename(command)} failed (${code ?? 'killed'}):\n${lastLines(Buffer.concat(output).toString())}`,
  )
}

/** A rename is on the disk only when its folder is; Windows has no such thing. */
const syncFolder = (folder: string): void => {
  if (process.platform === 'win32') return
  const descriptor = openSync(folder, 'r')
  fsyncSync(descriptor)
  closeSync(descriptor)
}

const removeUnfinished = (parent: string, prefix: string): void => {
  for (const name of readdirSync(parent)) {
    if (!name.startsWith(prefix)) continue
    // A dead start's initdb may still be writing there; what it leaves is taken the next time.
    try {
      rmSync(join(parent, name), { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    } catch {
      continue
    }
  }
}

const initialise = async (server: Server): Promise<void> => {
  const { account, cluster } = server
  const fresh = `${cluster}.new-${randomBytes(6).toString('hex')}`
  const secret = `${fresh}.password`
  mkdirSync(fresh, { mode: 0o700 })
  writeFileSync(secret, randomBytes(32).toString('hex'), { mode: 0o600 })
  if (account) {
    chownSync(fresh, account.uid, account.gid)
    chownSync(secret, account.uid, account.gid)
  }
  const options = [`--pgdata=${fresh}`, `--pwfile=${secret}`, `--username=${SUPERUSER}`]
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
  const rest = ['--encoding=UTF8', '--auth=scram-sha-256', '--no-instructions']
  await run(program(server.native, 'initdb'), [...options, ...locale, ...rest], server)
  renameSync(secret, passwordFile(fresh))
  renameSync(fresh, cluster)
  syncFolder(dirname(cluster))
}

/**
 * Makes the cluster when there is none. It is made under another name and renamed when it is whole,
 * so whatever interrupts this leaves either a cluster with its password, or none.
 * @throws {Error} when initdb fails, or the cluster was made by another major version of Postgres
 */
export const ensureCluster = async (server: Server): Promise<void> => {
  const { cluster, native, account, log } = server
  if (!existsSync(cluster)) {
    removeUnfinished(dirname(cluster), `${basename(cluster)}.new-`)
    log(`Making a Postgres cluster in ${cluster}.`)
    await initialise(server)
    return
  }
  const made = readFileSync(join(cluster, 'PG_VERSION'), 'utf8').trim()
  const have = majorVersion(native, account)
  if (made === have) return
  throw new Error(
    `${cluster} was made by Postgres ${made}, but this is Postgres ${have}: make a backup with the ` +
      'version of Sehat that made it, move the folder away, and restore the backup.',
  )
}
