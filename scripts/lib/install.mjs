import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** The project's folder. */
export const projectRoot = resolve(import.meta.dirname, '../..')

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/** npm's own note of what it installed says the same as package-lock.json (platform packages apart). */
const isInstalled = () => {
  const note = join(projectRoot, 'node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const installed = packagesIn(note)
  return Object.entries(packagesIn(join(projectRoot, 'package-lock.json'))).every(
    ([path, { version, optional, peer }]) =>
      path === '' || optional || peer || installed[path]?.version === version,
  )
}

/**
 * Runs `npm install` where packages are missing or of another version than package-lock.json has.
 * Not `npm ci`: that refuses a lock file without the optional packages of platforms other than the
 * one that wrote it.
 * Ends the process if the installation fails.
 */
export const ensureInstalled = () => {
  if (isInstalled()) return
  console.log('Installing the packages (npm install) …')
  const { status } = spawnSync('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error('The packages could not be installed; see above.')
  process.exit(1)
}
