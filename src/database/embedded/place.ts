import { chmodSync, chownSync, existsSync, lchownSync, mkdtempSync, readdirSync } from 'node:fs'
import { rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runAs } from './account'
import { claimShelter, shelterPath } from './shelter'
import type { Account } from './types'

/** Where the cluster lies, and the account that owns it. */
export type Place = { cluster: string; account: Account | null }

type Log = (message: string) => void

const isCluster = (folder: string): boolean => existsSync(join(folder, 'PG_VERSION'))

/** Whether Postgres, under its account, could keep a cluster in a folder: tried, not guessed. */
const canHold = (folder: string, account: Account | null): boolean => {
  if (process.platform === 'win32') return true
  const probe = mkdtempSync(join(folder, 'probe-'))
  try {
    if (account) chownSync(probe, account.uid, account.gid)
    chmodSync(probe, 0o700)
    const { mode, uid } = statSync(probe)
    // Some mounted file systems know no owners and modes; Postgres refuses to work on those.
    if ((mode & 0o077) !== 0 || (account && uid !== account.uid)) return false
    return !account || runAs(account, '/bin/sh', ['-c', 'mkdir "$1/x"', 'sh', probe]).status === 0
  } catch {
    return false
  } finally {
    rmSync(probe, { recursive: true, force: true })
  }
}

const chownAll = (path: string, account: Account): void => {
  lchownSync(path, account.uid, account.gid)
  if (!statSync(path).isDirectory()) return
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const inner = join(path, entry.name)
    if (entry.isDirectory()) chownAll(inner, account)
    else lchownSync(inner, account.uid, account.gid)
  }
}

/** An existing cluster is run by its owner, unless that is root: then it changes hands. */
const ownerOf = (cluster: string, account: Account | null): Account | null => {
  if (!account || !existsSync(cluster)) return account
  const { uid, gid } = statSync(cluster)
  if (uid !== 0) return { name: `user ${uid}`, uid, gid }
  chownAll(cluster, account)
  return account
}

const unreachable = (home: string, account: Account | null): string =>
  account
    ? `${home} cannot be used by ${account.name}, and Postgres does not run as root`
    : `${home} lies on a file system without owners and modes, which Postgres needs`

/**
 * Chooses where the cluster lies: in `home`, or, when Postgres cannot live there, in a folder of its
 * own under the system's temporary one, and says so. Whatever exists already is never passed over.
 * @throws {Error} when an existing cluster has become unreachable, or no place is to be had
 */
export const choosePlace = (home: string, account: Account | null, log: Log): Place => {
  const asked = join(home, 'cluster')
  const shelter = shelterPath('sehat', home)
  const sheltered = join(shelter, 'cluster')

  const holder = isCluster(asked) ? ownerOf(asked, account) : account
  if (isCluster(asked) || !isCluster(sheltered)) {
    if (canHold(home, holder)) return { cluster: asked, account: holder }
  }
  if (isCluster(asked)) {
    throw new Error(
      `${unreachable(home, holder)}. There is a database in it, so nothing was started elsewhere: ` +
        'make the folder reachable, or move it and set SEHAT_DATA_DIR.',
    )
  }

  claimShelter(shelter, account, 0o700)
  if (!canHold(shelter, account)) throw new Error(`${unreachable(shelter, account)}.`)
  const what = isCluster(sheltered)
    ? `The database of ${home} lies`
    : `${unreachable(home, account)}: the database is kept`
  log(
    `${what} in ${shelter}. Set SEHAT_DATA_DIR, for example to /var/lib/sehat, to choose the folder.`,
  )
  return { cluster: sheltered, account: ownerOf(sheltered, account) }
}
