import type { Payload } from 'payload'

import type { Sweeper } from '@/lib/sweeper'

const JITTER = 0.1

/** Instances that were started together shall not sweep together. */
const pause = (everyMs: number): number => everyMs * (1 + JITTER * (2 * Math.random() - 1))

const startSweeper = (payload: Payload, { name, everyMs, run }: Sweeper) => {
  let timer: NodeJS.Timeout | undefined
  let current: Promise<void> = Promise.resolve()
  let isStopped = false

  const sweep = async (): Promise<void> => {
    try {
      await run(payload)
    } catch (err) {
      payload.logger.error({ err, msg: `Sweeper ${name} failed` })
    }
    if (!isStopped) schedule()
  }
  const schedule = (): void => {
    timer = setTimeout(() => {
      current = sweep()
    }, pause(everyMs))
  }

  schedule()
  return async (): Promise<void> => {
    isStopped = true
    clearTimeout(timer)
    await current
  }
}

/**
 * Starts every sweeper; none overlaps with itself, and a failed run is logged and tried again.
 * @returns stops them, and waits for the runs that are under way
 */
export const startSweepers = (payload: Payload, sweepers: Sweeper[]): (() => Promise<void>) => {
  const stops = sweepers.map((sweeper) => startSweeper(payload, sweeper))
  return async () => {
    await Promise.all(stops.map(async (stop) => stop()))
  }
}
