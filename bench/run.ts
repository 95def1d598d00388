import { writeFile } from 'node:fs/promises'

import { compareAnswers } from './compare'
import type { House } from './house'
import { withHouse } from './house'
import { checkLedger, completeOpenOrders, countOrders } from './ledger'
import type { Sample } from './measure'
import { measure } from './measure'
import type { Options } from './options'
import { readOptions } from './options'
import type { Program } from './program'
import { summarize } from './profile'
import type { Scenario } from './scenarios'
import { SCENARIOS } from './scenarios'
import { chatFaults, CHATS, compareChats } from './sockets/chats'
import { chatTable } from './sockets/table'
import type { Result } from './table'
import { failuresOf, ratioOf, tableOf } from './table'

const startedAt = performance.now()
const say = (line: string): void => {
  console.log(`${((performance.now() - startedAt) / 1000).toFixed(0).padStart(4)} s  ${line}`)
}

const chosen = ({ only, profile }: Options): Scenario[] => {
  const names = profile.length > 0 ? profile : only
  const known = [...SCENARIOS, ...(profile.length > 0 ? [] : CHATS)].map(({ name }) => name)
  const unknown = names.filter((name) => !known.includes(name))
  if (unknown.length > 0) {
    throw new Error(`Unknown: ${unknown.join(', ')}. Known: ${known.join(', ')}`)
  }
  return SCENARIOS.filter(({ name }) => names.length === 0 || names.includes(name))
}

/** The acknowledged orders of a sample that placed some. */
const ordersIn = (scenario: Scenario, samples: Sample[]): number =>
  scenario.name === 'order' ? samples.reduce((sum, { latencies }) => sum + latencies.length, 0) : 0

const runScenario = async (
  { app, floor, db, world }: House,
  scenario: Scenario,
  options: Options,
): Promise<Result & { warmUps: Sample[] }> => {
  const { rounds, seconds, warmUpSeconds } = options
  const connections = scenario.connections ?? options.connections
  let turn = 0
  const once = async (program: Program, duration: number): Promise<Sample> => {
    turn += 1
    const sample = await measure(program, scenario, { world, connections, seconds: duration, turn })
    await completeOpenOrders(db)
    return sample
  }
  const warmUps = [await once(app, warmUpSeconds), await once(floor, warmUpSeconds)]
  const result: Result = { scenario, app: [], floor: [] }
  for (let round = 0; round < rounds; round += 1) {
    result.app.push(await once(app, seconds))
    result.floor.push(await once(floor, seconds))
  }
  return { ...result, warmUps }
}

const compareAll = async (house: House, options: Options): Promise<void> => {
  const before = await countOrders(house.db)
  let acknowledged = 0
  const results: Result[] = []
  const remarks: string[] = []
  for (const scenario of chosen(options)) {
    const differing = await compareAnswers(house.app, house.floor, scenario, house.world)
    remarks.push(...differing.map((line) => `The floor answers otherwise. ${line}`))
    const result = await runScenario(house, scenario, options)
    results.push(result)
    acknowledged += ordersIn(scenario, [...result.warmUps, ...result.app, ...result.floor])
    say(`${scenario.title}: ${ratioOf(result).all.toFixed(2)} of the floor`)
  }
  const chats = CHATS.filter(({ name }) => options.only.length === 0 || options.only.includes(name))
  const chatted = await compareChats(house, chats, options, say)
  const faults = await checkLedger(house.db, before, acknowledged)
  remarks.push(
    ...results.flatMap(failuresOf),
    ...faults.map((fault) => `The ledger: ${fault}`),
    ...(await chatFaults(house, chatted)),
  )
  const tables = [results.length > 0 ? tableOf(results, options) : '', chatTable(chatted)]
  console.log(`\n${tables.filter(Boolean).join('\n\n')}\n`)
  console.log(
    remarks.length > 0
      ? remarks.map((remark) => `✘ ${remark}`).join('\n')
      : `Every request was answered as expected; the ledger adds up (${acknowledged} orders).`,
  )
  if (remarks.length > 0) process.exitCode = 1
}

const showProfile = async ({ app, db, world }: House, options: Options): Promise<void> => {
  for (const scenario of chosen(options)) {
    const load = { world, connections: options.connections }
    await measure(app, scenario, { ...load, seconds: options.warmUpSeconds, turn: 0 })
    await completeOpenOrders(db)
    await app.ask('profile:start')
    const { latencies, cpuMs } = await measure(app, scenario, {
      ...load,
      seconds: options.seconds,
      turn: 1,
    })
    const profile = await app.ask('profile:stop')
    const file = `bench-${scenario.name}.cpuprofile`
    await writeFile(file, JSON.stringify(profile))
    say(`${scenario.title}: ${(cpuMs / latencies.length).toFixed(2)} CPU ms per request; ${file}`)
    console.log(`\n${summarize(profile)}`)
  }
}

const options = readOptions(process.argv.slice(2))
chosen(options)
await withHouse(options, say, async (house) => {
  if (options.profile.length > 0) await showProfile(house, options)
  else await compareAll(house, options)
})
say('Done')
