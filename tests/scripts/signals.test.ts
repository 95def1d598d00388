import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterEach, describe, expect, test } from 'vitest'

/** How `npm start` hands signals on to the server: a second signal would end that at once. */

const RUNNER = fileURLToPath(new URL('./runServer.program.mjs', import.meta.url))

const groups: number[] = []
const killGroup = (group: number): void => {
  try {
    process.kill(-group, 'SIGKILL')
  } catch {
    // It has ended by itself, as it should.
  }
}
afterEach(() => {
  groups.splice(0).forEach(killGroup)
})

/** The runner in a process group of its own, and what the server under it writes, line by line. */
const run = (...server: string[]) => {
  const child = spawn(process.execPath, [RUNNER, ...server], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const pid = child.pid ?? 0
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const next = async (): Promise<string | undefined> => {
    const { value, done } = await lines.next()
    return done ? undefined : value
  }
  groups.push(pid)
  return { pid, next, exit: once(child, 'exit') as Promise<[number | null, string | null]> }
}

describe.skipIf(process.platform === 'win32')('npm start', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)(
    '%s to the whole group reaches the server once, however often it came',
    async (signal) => {
      const { pid, next, exit } = run('listen')
      groups.push(Number(await next()))

      for (let press = 0; press < 3; press++) {
        process.kill(-pid, signal)
        // Signals that come at once are one to the system already.
        await sleep(20)
      }

      expect(await next()).toBe(signal)
      expect(await next()).toBe('stopped after 1')
      expect(await exit).toEqual([0, null])
    },
  )

  test('a closed terminal stops the server', async () => {
    const { pid, next, exit } = run('listen')
    groups.push(Number(await next()))

    process.kill(pid, 'SIGHUP')

    expect(await next()).toBe('SIGTERM')
    expect(await next()).toBe('stopped after 1')
    expect(await exit).toEqual([0, null])
  })

  test('a killed start takes the server with it', async () => {
    const { pid, next } = run('listen')
    groups.push(Number(await next()))

    process.kill(-pid, 'SIGKILL')

    expect(await next()).toBe('SIGTERM')
    expect(await next()).toBe('stopped after 1')
  })

  test('a start that loses its npm stops the server', async () => {
    // `sh` stands between npm and the start, as npm itself puts it there, and dies of npm's signal.
    const shell = spawn('/bin/sh', ['-c', `"${process.execPath}" "${RUNNER}" listen; exit`], {
      detached: true,
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    groups.push(shell.pid ?? 0)
    const lines = createInterface(shell.stdout)[Symbol.asyncIterator]()
    groups.push(Number((await lines.next()).value))

    shell.kill('SIGTERM')

    expect((await lines.next()).value).toBe('SIGTERM')
    expect((await lines.next()).value).toBe('stopped after 1')
  })

  test('the server’s end is the end of the start', async () => {
    expect(await run('exit', '7').exit).toEqual([7, null])
  })
})
