import { spawn } from 'node:child_process'
import { constants } from 'node:os'
import { nodeArguments, projectRoot } from './project.mjs'

/** One Ctrl-C comes several times: from the terminal, and again from npm. */
const ECHO_MS = 1_000
const WATCH_MS = 250

const isWindows = process.platform === 'win32'

/** Hands signals on: each press of Ctrl-C once, since a second one ends the server at once. */
const handOn = (child) => {
  let last = -ECHO_MS
  const pass = (signal) => {
    if (performance.now() - last < ECHO_MS) return
    last = performance.now()
    // On Windows the console tells every process of it by itself.
    if (!isWindows) child.kill(signal)
  }
  process.on('SIGINT', () => pass('SIGINT')).on('SIGTERM', () => pass('SIGTERM'))
  process.on('SIGHUP', () => pass('SIGTERM'))
}

/**
 * Tells the server to stop when npm is gone. A signal sent to npm ends npm and the shell between it
 * and this process, but reaches neither this process nor the server, which would go on unseen.
 */
const followNpm = (child) => {
  if (isWindows || !process.env.npm_lifecycle_event) return
  const shell = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === shell) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, WATCH_MS)
}

/**
 * Runs the server until it ends, and ends as it did. It has a process group of its own, so that
 * signals reach it through this process only; should this process be killed, it stops by itself.
 * @param {'production' | 'development'} mode
 * @param {string[]} [program] the program and its arguments; another one in tests
 */
export const runServer = (mode, program = ['src/server/index.ts']) => {
  const watch = new URL('./stopWithParent.mjs', import.meta.url).href
  const child = spawn(process.execPath, ['--import', watch, ...nodeArguments(...program)], {
    cwd: projectRoot,
    detached: !isWindows,
    env: { ...process.env, NODE_ENV: mode, NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  handOn(child)
  followNpm(child)
  child.once('error', (error) => {
    console.error(`The server could not be started: ${error.message}`)
    process.exit(1)
  })
  child.once('exit', (code, signal) => {
    process.exit(code ?? 128 + (constants.signals[signal] ?? 0))
  })
}
