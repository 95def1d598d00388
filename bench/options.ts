import { parseArgs } from 'node:util'

export type Options = {
  obat: number
  users: number
  ordersPerUser: number
  /** Connections of the load, and of each server's pool to Postgres. */
  connections: number
  poolMax: number
  rounds: number
  /** Of one round on one server. */
  seconds: number
  warmUpSeconds: number
  /** Scenarios by name; empty: all. */
  only: string[]
  /** Scenarios of which a CPU profile of the application is shown, instead of a comparison. */
  profile: string[]
}

const USAGE = `npm run bench -- [options]
  --quick              shorter rounds, about a minute; for a look, not for a table
  --only=a,b           these scenarios only
  --rounds=3           rounds for each server
  --seconds=4          seconds of each round
  --connections=8      concurrent connections
  --obat=10000         size of the catalogue
  --profile=a,b        CPU profiles of the application in these scenarios instead`

const whole = (name: string, text: string): number => {
  const value = Number(text)
  if (Number.isInteger(value) && value > 0) return value
  throw new Error(`--${name} takes a whole number above 0.\n${USAGE}`)
}

/** @throws {Error} the usage, for what it does not know */
export const readOptions = (args: string[]): Options => {
  const string = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      quick: { type: 'boolean', default: false },
      only: string,
      rounds: string,
      seconds: string,
      connections: string,
      obat: string,
      profile: string,
    },
  })
  const { quick } = values
  return {
    obat: whole('obat', values.obat ?? '10000'),
    users: 1_000,
    ordersPerUser: 15,
    connections: whole('connections', values.connections ?? '8'),
    poolMax: 10,
    rounds: whole('rounds', values.rounds ?? (quick ? '2' : '3')),
    seconds: whole('seconds', values.seconds ?? (quick ? '2' : '4')),
    warmUpSeconds: quick ? 1 : 4,
    only: values.only?.split(',') ?? [],
    profile: values.profile?.split(',') ?? [],
  }
}
