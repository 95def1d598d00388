import { describe, expect, it, vi } from 'vitest'

import { registryOf } from '@/lib/metrics'

import { startSweepers } from './sweepers'
import { deferred } from './testing'

const payload = () => ({ logger: { error: vi.fn() } }) as never

describe('startSweepers', () => {
  it('never runs a sweeper while it is running, and waits for it at the stop', async () => {
    let running = 0
    let most = 0
    let runs = 0
    const third = deferred()
    const release = deferred()
    const run = async () => {
      running += 1
      most = Math.max(most, running)
      runs += 1
      if (runs === 3) {
        third.resolve()
        await release.promise
      }
      running -= 1
    }
    const stop = startSweepers(payload(), [{ name: 'a', everyMs: 1, run }])
    await third.promise
    let isStopped = false
    const stopped = stop().then(() => (isStopped = true))
    await new Promise((resolve) => setTimeout(resolve, 20))
    expect({ isStopped, running, runs, most }).toEqual({
      isStopped: false,
      running: 1,
      runs: 3,
      most: 1,
    })
    release.resolve()
    await stopped
    expect(running).toBe(0)
    expect(runs).toBe(3)
  })

  it('goes on after a failed run, and logs it', async () => {
    const instance = payload() as { logger: { error: ReturnType<typeof vi.fn> } }
    const again = deferred()
    let runs = 0
    const run = async () => {
      runs += 1
      if (runs === 1) throw new Error('the database is away')
      again.resolve()
    }
    const stop = startSweepers(instance as never, [{ name: 'expire', everyMs: 1, run }])
    await again.promise
    await stop()
    expect(instance.logger.error).toHaveBeenCalledOnce()
  })
})

describe('what /metrics tells of sweepers', () => {
  it('are runs, failures, duration and lag', async () => {
    const instance = payload()
    const done = deferred()
    let runs = 0
    const run = async () => {
      runs += 1
      if (runs === 2) throw new Error('no')
      if (runs === 3) done.resolve()
    }
    const stop = startSweepers(instance, [{ name: 'a', everyMs: 1, run }])
    await done.promise
    await stop()
    const text = await registryOf(instance).metrics()
    expect(text).toContain('sehat_sweeper_runs_total{sweeper="a",outcome="done"} 2')
    expect(text).toContain('sehat_sweeper_runs_total{sweeper="a",outcome="failed"} 1')
    expect(text).toContain('sehat_sweeper_duration_seconds_count{sweeper="a"} 3')
    expect(text).toMatch(/sehat_sweeper_lag_seconds\{sweeper="a"\} \d/)
  })
})
