import { request } from './measure'
import type { Program } from './program'
import type { Scenario } from './scenarios'
import type { World } from './seed'

const CALLS = 3
const SHOWN = 5

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const differences = (left: unknown, right: unknown, sameValues: boolean, path = ''): string[] => {
  if (isObject(left) && isObject(right)) {
    const names = new Set([...Object.keys(left), ...Object.keys(right)])
    return [...names].flatMap((name) => {
      if (!(name in left)) return [`${path}/${name} is the floor's only`]
      if (!(name in right)) return [`${path}/${name} is missing on the floor`]
      return differences(left[name], right[name], sameValues, `${path}/${name}`)
    })
  }
  const isSame = sameValues ? left === right : typeof left === typeof right
  return isSame ? [] : [`${path}: ${JSON.stringify(left)} and ${JSON.stringify(right)}`]
}

/**
 * Asks both servers the same. A floor that answers something else does other work, and its numbers
 * say nothing. @returns what differs, in words
 */
export const compareAnswers = async (
  app: Program,
  floor: Program,
  scenario: Scenario,
  world: World,
): Promise<string[]> => {
  const found: string[] = []
  for (let index = 0; index < CALLS; index += 1) {
    const call = scenario.call(world, index)
    const [left, right] = [await request(app, call), await request(floor, call)]
    found.push(...differences(left, right, scenario.sameValues))
  }
  return found.slice(0, SHOWN).map((line) => `${scenario.name}: ${line}`)
}
