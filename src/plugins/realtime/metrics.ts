import type { Config, Payload } from 'payload'
import { Counter, Gauge } from 'prom-client'

import { metricOf, withMetrics } from '@/lib/metrics'

import { socketsOf } from './holder'

export type Outcome = 'done' | 'refused' | 'limited' | 'failed'

/** Counts an event that a client sent; `name` is one of those that are declared, else `unknown`. */
export const countEvent = (payload: Payload, name: string, outcome: Outcome): void => {
  metricOf(
    payload,
    'sehat_socket_events_total',
    (settings) =>
      new Counter({
        ...settings,
        help: 'Events that clients sent.',
        labelNames: ['event', 'outcome'],
      }),
  ).inc({ event: name, outcome })
}

/** How many sockets this process has. */
export const withSocketMetrics = (config: Config): Config =>
  withMetrics(config, (payload, registry) => {
    new Gauge({
      name: 'sehat_sockets_connected',
      help: 'Sockets that are connected to this instance.',
      registers: [registry],
      collect() {
        this.set(socketsOf(payload)?.sockets.of('/').sockets.size ?? 0)
      },
    })
  })
