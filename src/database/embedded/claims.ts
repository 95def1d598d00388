import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inspectProcess } from './processes'

/**
 * Claims are empty files whose names say which process made them. A name is never used twice, so a
 * dead process's claim can be removed by anybody at any time without taking a living one's away,
 * which a single lock file with a process id in it cannot promise.
 */

const LOCK_LIMIT_MS = 180_000

const parse = (name: string): { pid: number; started: string } | null => {
  const match = /^(\d+)-(\w+)-[0-9a-f]+$/.exec(name)
  return match ? { pid: Number(match[1]), started: match[2] ?? '' } : null
}

/** Leaves a claim of this process in a folder; `leave` takes it back. */
export const enterClaim = (folder: string): { name: string; leave: () => void } => {
  mkdirSync(folder, { recursive: true })
  const started = inspectProcess(process.pid)?.started ?? '0'
  const name = `${process.pid}-${started}-${randomBytes(8).toString('hex')}`
  writeFileSync(join(folder, name), '', { flag: 'wx', mode: 0o600 })
  return { name, leave: () => rmSync(join(folder, name), { force: true }) }
}

/** The ids of the living processes with a claim, `own` left out; claims of the dead are removed. */
export const livingClaims = (folder: string, own: string): number[] => {
  const alive: number[] = []
  for (const name of readdirSync(folder)) {
    const claim = parse(name)
    if (!claim || name === own) continue
    if (inspectProcess(claim.pid)?.started === claim.started) alive.push(claim.pid)
    else rmSync(join(folder, name), { force: true })
  }
  return alive
}

/**
 * Runs `work` while no other process on this machine runs its own under the same folder.
 * Whoever enters looks around afterwards: of two that enter at once, at least the later one sees
 * the other and steps back. Both may, so the pause is random.
 * @throws {Error} when the lock is not to be had within three minutes
 */
export const withLock = async <T>(folder: string, work: () => Promise<T>): Promise<T> => {
  const deadline = Date.now() + LOCK_LIMIT_MS
  for (;;) {
    const claim = enterClaim(folder)
    try {
      const rivals = livingClaims(folder, claim.name)
      if (rivals.length === 0) return await work()
      if (Date.now() > deadline) {
        throw new Error(`Process ${rivals.join(', ')} has been holding ${folder} for too long.`)
      }
    } finally {
      claim.leave()
    }
    await sleep(20 + Math.random() * 80)
  }
}
