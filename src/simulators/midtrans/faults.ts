import { setTimeout as wait } from 'node:timers/promises'

import type { HttpBindings } from '@hono/node-server'
import type { MiddlewareHandler } from 'hono'

import type { Fault } from './schemas'

/** Longer than any client waits. */
const FOREVER_MS = 120_000
const SLOW_MS = 3000

export type Env = { Bindings: HttpBindings }

type Armed = Required<Pick<Fault, 'route' | 'kind'>> & {
  times: number
  delay_ms: number | undefined
}

const broken = (status: number, body: string): Response =>
  new Response(body, { status, headers: { 'Content-Type': 'application/json' } })

/** Faults that are ordered beforehand: each happens to the next calls of its route. */
export const createFaults = () => {
  const stopping = new AbortController()
  let armed: Armed[] = []

  const take = (route: string): Armed | undefined => {
    const fault = armed.find((one) => one.route === route || one.route === '*')
    if (!fault) return undefined
    fault.times -= 1
    armed = armed.filter(({ times }) => times > 0)
    return fault
  }

  const pause = async (ms: number): Promise<void> =>
    wait(ms, undefined, { signal: stopping.signal }).catch(() => undefined)

  /** Makes the routes of one name fail as they were told to. */
  const on =
    (route: string): MiddlewareHandler<Env> =>
    async (context, next) => {
      const fault = take(route)
      if (!fault) return next()
      switch (fault.kind) {
        case '500':
          return broken(500, '{"status_code":"500","status_message":"Internal server error"}')
        case 'refuse':
          return broken(
            400,
            '{"status_code":"400","status_message":"Refused by the simulator","error_messages":["Refused by the simulator"]}',
          )
        case 'slow':
          await next()
          return pause(fault.delay_ms ?? SLOW_MS)
        case 'malformed':
          await next()
          context.res = broken(200, '{"status_code":"20')
          return
        case 'timeout-after-acceptance':
          await next()
          await pause(fault.delay_ms ?? FOREVER_MS)
          context.env.outgoing.destroy()
      }
    }

  return {
    on,
    add: ({ route, kind, times = 1, delay_ms }: Fault): void => {
      armed.push({ route, kind, times, delay_ms })
    },
    clear: (): void => {
      armed = []
    },
    all: (): Armed[] => armed,
    stop: (): void => stopping.abort(),
  }
}

export type Faults = ReturnType<typeof createFaults>
