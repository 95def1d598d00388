import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { inProject } from './project.mjs'
import { runStep } from './step.mjs'

const FOLDERS = ['src', 'migrations', 'public']
const FILES = ['payload.config.ts', 'next.config.mjs', 'package-lock.json', 'tsconfig.json']
/** What no page can depend on. */
const IGNORED = /\.(?:test\.tsx?|md)$/

const STAMP = inProject('.next/sources.sha256')

const sources = () => {
  const inFolders = FOLDERS.filter((folder) => existsSync(inProject(folder))).flatMap((folder) =>
    readdirSync(inProject(folder), { recursive: true }).map((file) => `${folder}/${file}`),
  )
  return [...FILES, ...inFolders].filter((file) => !IGNORED.test(file)).sort()
}

/** By content, not by time: a clone, a copy and a checkout give every file a new time. */
const fingerprint = () => {
  const hash = createHash('sha256')
  for (const file of sources()) {
    try {
      hash.update(`${file}\0`).update(readFileSync(inProject(file)))
    } catch (error) {
      if (error.code !== 'EISDIR' && error.code !== 'ENOENT') throw error
    }
  }
  return hash.digest('hex')
}

const isBuilt = (wanted) =>
  existsSync(inProject('.next/BUILD_ID')) &&
  existsSync(STAMP) &&
  readFileSync(STAMP, 'utf8') === wanted

/** Runs `next build` where there is none of these sources. Ends the process if it fails. */
export const ensureBuilt = async () => {
  const wanted = fingerprint()
  if (isBuilt(wanted)) return
  rmSync(STAMP, { force: true })
  const built = await runStep({
    name: 'Pages (next build)',
    command: process.execPath,
    args: ['--conditions=production', inProject('node_modules/next/dist/bin/next'), 'build'],
    env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (!built) {
    console.error('The pages could not be built; see above.')
    process.exit(1)
  }
  writeFileSync(STAMP, wanted)
}
