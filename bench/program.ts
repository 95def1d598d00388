import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'

import type { Profile } from './profile'

const START_LIMIT_MS = 120_000
const STOP_LIMIT_MS = 30_000
const POLL_MS = 100
const PROBE = new URL('./probe.mjs', import.meta.url).href

type Answers = { cpu: NodeJS.CpuUsage; 'profile:start': undefined; 'profile:stop': Profile }

/** A server under measurement: a process of its own, with `probe.mjs` in it. */
export type Program = {
  name: string
  url: string
  ask: <Question extends keyof Answers>(question: Question) => Promise<Answers[Question]>
  /** Ends it as a supervisor would (SIGTERM), and waits. */
  stop: () => Promise<void>
}

type Options = {
  name: string
  /** Node's arguments. */
  args: string[]
  env: Record<string, string>
  port: number
  /** Answers 2xx once the server takes requests. */
  readyPath: string
  logFile: string
}

/** A port that is free at this moment. */
export const freePort = async (): Promise<number> => {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

const tailOf = (file: string): string =>
  readFileSync(file, 'utf8').trim().split('\n').slice(-25).join('\n')

const isReady = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2_000) })).ok
  } catch {
    return false
  }
}

const waitUntilReady = async (
  child: ChildProcess,
  options: Options,
  url: string,
): Promise<void> => {
  const deadline = Date.now() + START_LIMIT_MS
  while (!(await isReady(url + options.readyPath))) {
    const hasEnded = child.exitCode !== null || child.signalCode !== null
    if (hasEnded || Date.now() > deadline) {
      const what = hasEnded ? 'ended' : 'did not get ready'
      throw new Error(`The ${options.name} ${what}. Its log ends so:\n${tailOf(options.logFile)}`)
    }
    await sleep(POLL_MS)
  }
}

const asker = (child: ChildProcess): Program['ask'] => {
  let last = 0
  return async (question) => {
    const id = (last += 1)
    child.send({ id, question })
    for (;;) {
      const [message] = (await once(child, 'message')) as [{ id: number; answer: never }]
      if (message.id === id) return message.answer
    }
  }
}

/**
 * Starts a server and waits until it takes requests.
 * @throws {Error} with the end of its log
 */
export const startProgram = async (options: Options): Promise<Program> => {
  const log = openSync(options.logFile, 'a')
  const child = spawn(process.execPath, ['--import', PROBE, ...options.args], {
    cwd: new URL('..', import.meta.url),
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      NODE_ENV: 'production',
      ...options.env,
    },
    stdio: ['ignore', log, log, 'ipc'],
  })
  closeSync(log)
  const stop = async (): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill('SIGTERM')
    const force = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS)
    await ended
    clearTimeout(force)
  }
  const url = `http://127.0.0.1:${options.port}`
  try {
    await waitUntilReady(child, options, url)
  } catch (error) {
    await stop()
    throw error
  }
  return { name: options.name, url, ask: asker(child), stop }
}
