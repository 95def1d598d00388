import { readFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import type { SpawnSyncReturns } from 'node:child_process'
import { plainEnvironment } from './environment'
import type { Account } from './types'

const fromPasswd = (name: string): Account | null => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { name, uid: Number(uid), gid: Number(gid) } : null
}

/**
 * The account under which Postgres must run, since it refuses to run as root.
 * @returns null when this process is not root on Linux, and its own account serves
 */
export const serverAccount = (): Account | null => {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
  return (
    fromPasswd('postgres') ?? fromPasswd('nobody') ?? { name: 'nobody', uid: 65_534, gid: 65_534 }
  )
}

/** The options that make a child process run under an account. */
export const identity = (account: Account | null): { uid?: number; gid?: number } =>
  account ? { uid: account.uid, gid: account.gid } : {}

/** Runs a short program under an account and waits for it. */
export const runAs = (
  account: Account | null,
  command: string,
  args: string[],
): SpawnSyncReturns<string> =>
  spawnSync(command, args, {
    ...identity(account),
    encoding: 'utf8',
    env: plainEnvironment(),
    windowsHide: true,
  })
