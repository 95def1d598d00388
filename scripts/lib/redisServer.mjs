import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installWithApt } from './apt.mjs'
import { fail } from './fail.mjs'

const NAME = process.platform === 'win32' ? 'redis-server.exe' : 'redis-server'

/** Homebrew's and Debian's places are not on everybody's PATH. */
const find = () => {
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    '/usr/bin',
    '/usr/local/bin',
    '/opt/homebrew/bin',
  ]
  return folders.map((folder) => join(folder, NAME)).find((path) => existsSync(path))
}

/**
 * Finds a redis-server, or installs one: the tests of several instances are never skipped.
 * Ends the process with a sentence if there is none.
 * @returns {Promise<string>} the path of the program
 */
export const ensureRedisServer = async () => {
  const wanted = process.env.REDIS_SERVER_PATH
  if (wanted) return existsSync(wanted) ? wanted : fail(`REDIS_SERVER_PATH: there is no ${wanted}.`)

  const found = find()
  if (found) return found
  console.log('There is no redis-server for the tests of several instances: installing one.')
  await installWithApt('redis-server', 'redis-server')
  return (
    find() ??
    fail(
      'The tests of several instances need redis-server, and it could not be installed: install ' +
        'Redis, or set REDIS_SERVER_PATH to where it is.',
    )
  )
}
