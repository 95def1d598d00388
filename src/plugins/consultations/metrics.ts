import type { Config, Payload } from 'payload'
import type { Registry } from 'prom-client'
import { Gauge, Histogram } from 'prom-client'

import { metricOf, withMetrics } from '@/lib/metrics'

import type { Statistics } from './operations/readStatistics'
import { readStatistics } from './operations/readStatistics'

/** Counts how late something was done that was due at a time. @param seconds since then */
export const observeLag = (payload: Payload, work: string, seconds: number): void => {
  metricOf(
    payload,
    'sehat_consultations_lag_seconds',
    (settings) =>
      new Histogram({
        ...settings,
        help: 'How late consultations were opened, announced, ended and closed.',
        labelNames: ['work'],
        buckets: [0.5, 1, 2, 5, 10, 60],
      }),
  ).observe({ work }, seconds)
}

/** Reads once for all that ask at the same time. */
const together = <T>(read: () => Promise<T>): (() => Promise<T>) => {
  let reading: Promise<T> | null = null
  return async () =>
    (reading ??= read().finally(() => {
      reading = null
    }))
}

const addGauges = (payload: Payload, registry: Registry): void => {
  const read = together(async () => readStatistics({ payload }))
  const gauge = (name: string, help: string, valueOf: (statistics: Statistics) => number | null) =>
    new Gauge({
      name: `sehat_consultations_${name}`,
      help,
      registers: [registry],
      async collect() {
        this.set((await read().then(valueOf)) ?? Number.NaN)
      },
    })
  gauge('active', 'Consultations that go on.', ({ active }) => active)
  gauge(
    'waiting',
    'Of those, where the doctor does not have the last word.',
    ({ waiting }) => waiting,
  )
  gauge('scheduled', 'Consultations that are to begin.', ({ scheduled }) => scheduled)
  gauge(
    'messages_today',
    "Messages since the clinic's midnight.",
    ({ messagesToday }) => messagesToday,
  )
  gauge(
    'first_answer_seconds',
    "From the beginning to the doctor's first answer, on average over 30 days.",
    ({ averageFirstAnswerSeconds }) => averageFirstAnswerSeconds,
  )
  gauge('overdue_seconds', 'How late the sweepers are.', ({ lagSeconds }) => lagSeconds)
}

/** What `GET /api/consultations/statistics` tells, for /metrics. */
export const withConsultationMetrics = (config: Config): Config => withMetrics(config, addGauges)
