import { availableParallelism } from 'node:os'

import { percentile, short } from './figures'
import type { Sample } from './measure'
import type { Options } from './options'
import type { Scenario } from './scenarios'

/** All rounds of one scenario, the `n`th of the application and of the floor one after the other. */
export type Result = { scenario: Scenario; app: Sample[]; floor: Sample[] }

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)

const rateOf = (samples: Sample[]): number =>
  sum(samples.map(({ latencies }) => latencies.length)) / sum(samples.map(({ seconds }) => seconds))

const latenciesOf = (samples: Sample[]): number[] => samples.flatMap(({ latencies }) => latencies)

const cpuOf = (samples: Sample[]): number =>
  sum(samples.map(({ cpuMs }) => cpuMs)) / sum(samples.map(({ latencies }) => latencies.length))

const numbersOf = (samples: Sample[]): string[] => [
  short(rateOf(samples)),
  short(percentile(latenciesOf(samples), 0.5)),
  short(percentile(latenciesOf(samples), 0.99)),
  cpuOf(samples).toFixed(2),
]

/** The application's requests per second as a share of the floor's; of each pair of rounds too. */
export const ratioOf = ({ app, floor }: Result): { all: number; least: number; most: number } => {
  const pairs = app.map((sample, round) => rateOf([sample]) / rateOf([floor[round]!]))
  return {
    all: rateOf(app) / rateOf(floor),
    least: Math.min(...pairs),
    most: Math.max(...pairs),
  }
}

const rowOf = (result: Result): string[] => {
  const { all, least, most } = ratioOf(result)
  const { aim, connections, title } = result.scenario
  const name = connections ? `${title} (${connections} connections)` : title
  const [app, floor] = [numbersOf(result.app), numbersOf(result.floor)]
  const pairs = app.map((number, index) => `${number} / ${floor[index]}`)
  const spread = `${least.toFixed(2)}–${most.toFixed(2)}`
  return [name, ...pairs, `**${all.toFixed(2)}** (${spread})`, aim === null ? '–' : aim.toFixed(2)]
}

const HEAD = [
  'app / floor',
  'requests per second',
  'p50 ms',
  'p99 ms',
  'CPU ms per request',
  'ratio (rounds)',
  'aim',
]

const line = (cells: string[]): string => `| ${cells.join(' | ')} |`

/** The results as a Markdown table, with what was measured above it. */
export const tableOf = (results: Result[], options: Options): string => {
  const { connections, poolMax, rounds, seconds, obat, users } = options
  return [
    `Node ${process.versions.node}, ${availableParallelism()} cores for servers, Postgres and load together; ` +
      `${obat} obat, ${users} users; ${connections} connections, pools of ${poolMax}; ` +
      `${rounds} rounds of ${seconds} s for each, alternating.`,
    '',
    line(HEAD),
    line(HEAD.map((_, index) => (index === 0 ? '---' : '--:'))),
    ...results.map((result) => line(rowOf(result))),
  ].join('\n')
}

/** What went wrong in any round. */
export const failuresOf = ({ scenario, app, floor }: Result): string[] =>
  [
    ...app.map((one) => ['app', one] as const),
    ...floor.map((one) => ['floor', one] as const),
  ].flatMap(([who, { failures }]) =>
    [...failures].map(([what, count]) => `${scenario.name}, ${who}: ${count} × ${what}`),
  )
