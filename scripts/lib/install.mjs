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

/** Runs `npm ci` where packages are missing or of another version. Ends the process if that fails. */
export const ensureInstalled = () => {
  if (isInstalled()) return
  console.log('Installing the packages (npm ci) …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: projectRoot,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  if (status === 0) return
  console.error('npm ci failed; see above.')
  process.exit(1)
}
