import { buildSchema, getIntrospectionQuery, parse, specifiedRules, validate } from 'graphql'
import { describe, expect, it } from 'vitest'

import { graphQLLimits } from './limits'

const schema = buildSchema(/* GraphQL */ `
  type Order {
    id: Int
    number: String
    user: User
  }
  type User {
    id: Int
    orders(limit: Int): Orders
  }
  type Orders {
    docs: [Order]
    totalDocs: Int
  }
  type Query {
    Orders(limit: Int, page: Int): Orders
    Order(id: Int!): Order
  }
  type Mutation {
    login(email: String): User
  }
`)

const faults = (query: string, variableValues?: Record<string, unknown>): string[] => {
  const rules = [...specifiedRules, ...graphQLLimits(variableValues ? { variableValues } : {})]
  return validate(schema, parse(query), rules).map(({ message }) => message)
}
const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join(' ')
/** A selection within an order, so many levels deep: the last is a leaf. */
const nested = (levels: number): string => {
  const cycle = ['user', 'orders', 'docs']
  const path = Array.from({ length: levels - 1 }, (_, index) => cycle[index % 3] ?? '')
  return [...path, levels % 3 === 0 ? 'totalDocs' : 'id'].reduceRight(
    (inner, outer) => `${outer} { ${inner} }`,
  )
}

describe('graphQLLimits', () => {
  it('lets ordinary queries and introspection pass', () => {
    expect(faults('{ Orders(limit: 100) { docs { id number user { id } } totalDocs } }')).toEqual(
      [],
    )
    expect(faults(getIntrospectionQuery())).toEqual([])
  })

  it('refuses what is too deep, in fragments too', () => {
    expect(faults(`{ Order(id: 1) { ${nested(9)} } }`)).toEqual([])
    expect(faults(`{ Order(id: 1) { ${nested(10)} } }`)[0]).toContain('for depth')
    const fragments = `fragment F on Order { ${nested(10)} }`
    expect(faults(`{ Order(id: 1) { ...F } } ${fragments}`)[0]).toContain('for depth')
  })

  it('refuses many logins in one request', () => {
    const logins = (count: number) => `mutation { ${times(count, (i) => `a${i}: login { id }`)} }`
    expect(faults(logins(5))).toEqual([])
    expect(faults(logins(6))[0]).toContain('5 for root fields')
  })

  it('refuses many roots and aliases in a query', () => {
    const query = (count: number) => `{ ${times(count, (i) => `a${i}: Order(id: ${i}) { id }`)} }`
    expect(faults(query(20))).toEqual([])
    expect(faults(query(21))[0]).toContain('20 for root fields')
    const aliases = `{ Order(id: 1) { ${times(31, (i) => `a${i}: id`)} } }`
    expect(faults(aliases)[0]).toContain('30 for aliases')
  })

  it.each([
    [
      'written',
      '{ Orders(limit: 100) { docs { user { orders(limit: 100) { docs { id } } } } } }',
      {},
    ],
    ['all', '{ Orders(limit: 0) { docs { user { orders(limit: 0) { docs { id } } } } } }', {}],
    [
      'a variable',
      'query($n: Int) { Orders(limit: $n) { docs { user { orders(limit: $n) { docs { id } } } } } }',
      { n: 100 },
    ],
    [
      'a default',
      'query($n: Int = 100) { Orders(limit: $n) { docs { user { orders(limit: $n) { docs { id } } } } } }',
      {},
    ],
    [
      'a variable that was not sent',
      'query($n: Int) { Orders(limit: $n) { docs { user { orders(limit: $n) { docs { id } } } } } }',
      {},
    ],
  ])('counts a page within a page: %s', (_name, query, variables) => {
    expect(faults(query, variables)[0]).toContain('for cost')
  })

  it('counts pages that nobody gave a limit as ten', () => {
    const within = (rest: string) => `user { orders { docs { ${rest} } } }`
    const query = `{ Orders { docs { ${within(within('id number'))} } } }`
    expect(faults(query).some((fault) => fault.includes('for cost'))).toBe(false)
    const wide = times(9, (i) => `a${i}: id`)
    const costly = `{ Orders { docs { ${within(within(wide))} } } }`
    expect(faults(costly).some((fault) => fault.includes('for cost'))).toBe(true)
  })

  it('ends on fragments that contain themselves, or double at each step', () => {
    expect(faults('{ Order(id: 1) { ...A } } fragment A on Order { id ...A }')).not.toEqual([])
    const bombs = times(30, (i) => `fragment F${i} on Order { ...F${i + 1} ...F${i + 1} }`)
    const query = `{ Order(id: 1) { ...F0 } } ${bombs} fragment F30 on Order { id }`
    expect(faults(query)[0]).toContain('for cost')
  })
})
