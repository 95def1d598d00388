import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { freePort } from './ports'

/** `npm test` finds one, or installs it (scripts/lib/redisServer.mjs). */
const PROGRAM = process.env.REDIS_SERVER_PATH ?? '/usr/bin/redis-server'
const READY = 'Ready to accept connections'

const launch = async (port: number, folder: string): Promise<ChildProcess> => {
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '']
  const child = spawn(PROGRAM, options, { stdio: ['ignore', 'pipe', 'ignore'] })
  let printed = ''
  await new Promise<void>((resolve, reject) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      printed += text
      if (printed.includes(READY)) resolve()
    })
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`Redis ended (${code}):\n${printed}`)))
  })
  return child
}

/** A Redis of a test's own: nothing is kept, and it can be killed and started again. */
export const startRedis = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sehat-redis-'))
  const port = await freePort()
  let child = await launch(port, folder)
  const kill = async (): Promise<void> => {
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  return {
    url: `redis://127.0.0.1:${port}`,
    kill,
    /** The same address, and nothing of what was there. */
    restart: async (): Promise<void> => {
      child = await launch(port, folder)
    },
    stop: async (): Promise<void> => {
      if (child.exitCode === null && child.signalCode === null) await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
