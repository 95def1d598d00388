import { existsSync, readFileSync } from 'node:fs'
import { inProject } from './project.mjs'
import { runStep } from './step.mjs'

const packagesIn = (file) => JSON.parse(readFileSync(file, 'utf8')).packages

/**
 * npm's own note of what it installed says the same as package-lock.json: platform packages apart, and
 * apart from what only developing and building need, where that is not asked for.
 */
const isInstalled = (withDev) => {
  const note = inProject('node_modules/.package-lock.json')
  if (!existsSync(note)) return false
  const installed = packagesIn(note)
  return Object.entries(packagesIn(inProject('package-lock.json'))).every(
    ([path, { version, optional, peer, dev, devOptional }]) =>
      path === '' ||
      optional ||
      peer ||
      (!withDev && (dev || devOptional)) ||
      installed[path]?.version === version,
  )
}

/** npm as this script was run by it, if it was: Windows has no program of that name. */
const npm = () => {
  const path = process.env.npm_execpath
  return path && /npm-cli\.js$/.test(path)
    ? { command: process.execPath, args: [path] }
    : { command: 'npm', args: [], shell: process.platform === 'win32' }
}

/**
 * Runs `npm install` where packages are missing or of another version than package-lock.json has.
 * Not `npm ci`: that refuses a lock file without the optional packages of platforms other than the
 * one that wrote it. Development packages too, whatever NODE_ENV is: a build needs some of them.
 * Ends the process if the installation fails.
 * @param {{ withDev?: boolean }} [needs] false: a production image, without them, is good enough
 */
export const ensureInstalled = async ({ withDev = true } = {}) => {
  if (isInstalled(withDev)) return
  const { command, args, shell } = npm()
  const options = ['--include=dev', '--no-save', '--no-audit', '--no-fund', '--loglevel=error']
  const name = 'Packages (npm install)'
  if (await runStep({ name, command, args: [...args, 'install', ...options], shell })) return
  console.error('The packages could not be installed; see above.')
  process.exit(1)
}
