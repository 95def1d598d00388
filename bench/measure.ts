import autocannon from 'autocannon'

import type { Program } from './program'
import type { Call, Scenario } from './scenarios'
import type { World } from './seed'

/** Different calls of one connection before it begins again. */
const CALLS_PER_CONNECTION = 125

/** What one round told; times in milliseconds. */
export type Sample = {
  seconds: number
  latencies: number[]
  /** Processor time of the server, all of its threads. */
  cpuMs: number
  /** How often what went wrong: statuses, answers without the scenario's mark, lost connections. */
  failures: Map<string, number>
}

type Load = { world: World; connections: number; seconds: number; turn: number }

/**
 * Connections take turns over patients and obat: two that are under way together are two patients.
 * Each turn begins where the last one ended.
 */
const callsOf = (
  scenario: Scenario,
  { world, connections, turn }: Load,
  connection: number,
): Call[] =>
  Array.from({ length: CALLS_PER_CONNECTION }, (_, step) =>
    scenario.call(world, (turn * CALLS_PER_CONNECTION + step) * connections + connection),
  )

const cpuOf = async ({ ask }: Program): Promise<number> => {
  const { user, system } = await ask('cpu')
  return (user + system) / 1000
}

/** Puts a load on one server: each connection sends its next request when the last one is answered. */
export const measure = async (
  program: Program,
  scenario: Scenario,
  load: Load,
): Promise<Sample> => {
  const latencies: number[] = []
  const failures = new Map<string, number>()
  const fail = (what: string) => failures.set(what, (failures.get(what) ?? 0) + 1)
  let connection = 0

  const cpuBefore = await cpuOf(program)
  const startedAt = performance.now()
  let endedAt = startedAt
  await new Promise<void>((resolve, reject) => {
    const run = autocannon(
      {
        url: program.url,
        connections: load.connections,
        duration: load.seconds,
        sampleInt: 100,
        timeout: 30,
        verifyBody: (body) => String(body).includes(scenario.mark),
        setupClient: (client) => {
          client.setRequests(callsOf(scenario, load, connection))
          connection += 1
        },
      },
      (error) => {
        if (error) reject(error as Error)
        else resolve()
      },
    )
    run.on('response', (_client, status, _bytes, milliseconds) => {
      endedAt = performance.now()
      if (status >= 200 && status < 300) latencies.push(milliseconds)
      else fail(`status ${status}`)
    })
    run.on('reqError', (error) => fail(String(error)))
    // @types/autocannon does not know this one.
    run.on('reqMismatch' as 'reqError', () => fail('another answer than expected'))
  })
  const seconds = (endedAt - startedAt) / 1000
  return { seconds, latencies, cpuMs: (await cpuOf(program)) - cpuBefore, failures }
}

/** One request, as `measure` sends it. */
export const request = async ({ url }: Program, call: Call): Promise<unknown> => {
  const { path, ...init } = call
  const response = await fetch(url + path, init)
  if (!response.ok)
    throw new Error(`${call.method} ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}
