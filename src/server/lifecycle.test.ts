import { QueryError } from 'payload'
import { afterEach, describe, expect, it, vi } from 'vitest'

import { createLifecycle } from './lifecycle'
import { deferred } from './testing'

const EVENTS = ['SIGTERM', 'SIGINT', 'uncaughtException', 'unhandledRejection'] as const
const before = new Map(EVENTS.map((event) => [event, process.rawListeners(event)]))

/** Only what this file's lifecycles listen for: vitest has listeners of its own. */
const emit = (event: (typeof EVENTS)[number], value: unknown): void => {
  for (const listener of process.rawListeners(event)) {
    if (!before.get(event)?.includes(listener)) (listener as (value: unknown) => void)(value)
  }
}

afterEach(() => {
  for (const event of EVENTS) {
    for (const listener of process.rawListeners(event)) {
      if (!before.get(event)?.includes(listener)) process.off(event, listener as () => void)
    }
  }
})

const create = () => {
  const done: string[] = []
  const codes: number[] = []
  const exited = deferred<number>()
  const report = { info: vi.fn(), fatal: vi.fn() }
  const lifecycle = createLifecycle(report, (code) => {
    codes.push(code)
    exited.resolve(code)
  })
  const started = (name: string) =>
    lifecycle.onStop(name, async () => {
      done.push(name)
    })
  return { lifecycle, started, done, codes, report, exited: exited.promise }
}

describe('lifecycle', () => {
  it('stops in reverse order at a signal, and exits 0', async () => {
    const { lifecycle, started, done, exited } = create()
    await lifecycle.run(async () => {
      started('database')
      started('server')
    })
    emit('SIGTERM', 'SIGTERM')
    expect(await exited).toBe(0)
    expect(done).toEqual(['server', 'database'])
  })

  it('exits 1 at once at a second signal', async () => {
    const { lifecycle, done, codes } = create()
    await lifecycle.run(async () => {
      lifecycle.onStop('what never stops', () => new Promise(() => undefined))
    })
    emit('SIGINT', 'SIGINT')
    emit('SIGINT', 'SIGINT')
    expect(codes).toEqual([1])
    expect(done).toEqual([])
  })

  it('stops what a failed start had started, and exits 1', async () => {
    const { lifecycle, started, done, codes, report } = create()
    const fault = new Error('no port')
    await lifecycle.run(async () => {
      started('database')
      throw fault
    })
    expect(done).toEqual(['database'])
    expect(codes).toEqual([1])
    expect(report.fatal).toHaveBeenCalledWith(fault, expect.any(String))
  })

  it('lets a start end before it stops', async () => {
    const { lifecycle, started, done, exited } = create()
    const slow = deferred()
    const running = lifecycle.run(async () => {
      await slow.promise
      started('database')
    })
    emit('SIGTERM', 'SIGTERM')
    slow.resolve()
    await running
    expect(await exited).toBe(0)
    expect(done).toEqual(['database'])
  })

  it.each(['uncaughtException', 'unhandledRejection'] as const)(
    'exits 1 after %s',
    async (event) => {
      const { lifecycle, started, done, exited, report } = create()
      await lifecycle.run(async () => started('server'))
      const fault = new Error('nobody caught this')
      emit(event, fault)
      expect(await exited).toBe(1)
      expect(done).toEqual(['server'])
      expect(report.fatal).toHaveBeenCalledWith(fault, expect.any(String))
    },
  )

  it('outlives a refusal that nobody awaited, which any client can cause', async () => {
    const { lifecycle, started, done, codes, report } = create()
    await lifecycle.run(async () => started('server'))
    emit('unhandledRejection', new QueryError([{ path: 'doctor.user.hash' }]))
    expect(report.info).toHaveBeenCalledOnce()
    expect(report.fatal).not.toHaveBeenCalled()
    expect([done, codes]).toEqual([[], []])
  })

  it('goes on stopping when one part fails to, and exits 1', async () => {
    const { lifecycle, started, done, exited } = create()
    await lifecycle.run(async () => {
      started('database')
      lifecycle.onStop('pages', () => Promise.reject(new Error('stuck')))
    })
    emit('SIGTERM', 'SIGTERM')
    expect(await exited).toBe(1)
    expect(done).toEqual(['database'])
  })
})
