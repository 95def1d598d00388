import { openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'

const LARGE = 10 * 1024 * 1024
const LAST_LINES = 20

/** Postgres's log: `postgres.log` in the asked folder. One older file is kept. */
export const openLog = (home: string): { descriptor: number; since: () => string } => {
  const path = join(home, 'postgres.log')
  if ((statSync(path, { throwIfNoEntry: false })?.size ?? 0) > LARGE) {
    renameSync(path, `${path}.1`)
  }
  const descriptor = openSync(path, 'a', 0o600)
  const begin = statSync(path).size
  return {
    descriptor,
    since: () => readFileSync(path).subarray(begin).toString('utf8'),
  }
}

/** The end of a log, for an error's message. */
export const lastLines = (text: string): string =>
  text.trimEnd().split('\n').slice(-LAST_LINES).join('\n')
