import type { Payload } from 'payload'
import { Counter, Gauge, Histogram } from 'prom-client'

import { metricOf } from '@/lib/metrics'
import type { Sweeper } from '@/lib/sweeper'

const JITTER = 0.1

/** Instances that were started together shall not sweep together. */
const pause = (everyMs: number): number => everyMs * (1 + JITTER * (2 * Math.random() - 1))

/** How each sweeper fares, for /metrics. */
const createGauges = (payload: Payload) => ({
  runs: metricOf(
    payload,
    'sehat_sweeper_runs_total',
    (settings) =>
      new Counter({
        ...settings,
        help: 'Runs of sweepers that are over.',
        labelNames: ['sweeper', 'outcome'],
      }),
  ),
  duration: metricOf(
    payload,
    'sehat_sweeper_duration_seconds',
    (settings) =>
      new Histogram({
        ...settings,
        help: 'How long runs of sweepers took.',
        labelNames: ['sweeper'],
        buckets: [0.001, 0.01, 0.1, 1, 10],
      }),
  ),
  lag: metricOf(
    payload,
    'sehat_sweeper_lag_seconds',
    (settings) =>
      new Gauge({
        ...settings,
        help: 'How late the last run of a sweeper began.',
        labelNames: ['sweeper'],
      }),
  ),
})

const startSweeper = (
  payload: Payload,
  { name, everyMs, run }: Sweeper,
  { runs, duration, lag }: ReturnType<typeof createGauges>,
) => {
  let timer: NodeJS.Timeout | undefined
  let current: Promise<void> = Promise.resolve()
  let isStopped = false

  const sweep = async (): Promise<void> => {
    const took = duration.startTimer({ sweeper: name })
    try {
      await run(payload)
      runs.inc({ sweeper: name, outcome: 'done' })
    } catch (err) {
      payload.logger.error({ err, msg: `Sweeper ${name} failed` })
      runs.inc({ sweeper: name, outcome: 'failed' })
    }
    took()
    if (!isStopped) schedule()
  }
  const schedule = (): void => {
    const ms = pause(everyMs)
    const dueAt = performance.now() + ms
    timer = setTimeout(() => {
      lag.set({ sweeper: name }, Math.max(performance.now() - dueAt, 0) / 1000)
      current = sweep()
    }, ms)
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
  const gauges = createGauges(payload)
  const stops = sweepers.map((sweeper) => startSweeper(payload, sweeper, gauges))
  return async () => {
    await Promise.all(stops.map(async (stop) => stop()))
  }
}
