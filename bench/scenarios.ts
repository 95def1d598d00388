import type { Patient, World } from './seed'
import { PASSWORD } from './seed'
import { product } from './seed/words'

/** One request, the same for the application and the floor. */
export type Call = {
  method: 'GET' | 'POST'
  path: string
  headers: Record<string, string>
  body?: string
}

export type Scenario = {
  name: string
  title: string
  /** What share of the floor's requests per second the application should reach. */
  aim: number | null
  /** What every answer holds; an answer without it counts as failed. */
  mark: string
  /** Of the load, where it should be less than the options say. */
  connections?: number
  /** Whether both servers must answer with the same values, or (what is made anew) the same form. */
  sameValues: boolean
  /** The `index`th call. Patients and obat change from call to call. */
  call: (world: World, index: number) => Call
}

const at = <T>(list: readonly T[], index: number): T => list[index % list.length]!
/** Far from its neighbours, so that calls that are under way together seldom want the same row. */
const scattered = <T>(list: readonly T[], index: number): T => at(list, index * 7_919)

const get = (path: string, { token }: Patient): Call => ({
  method: 'GET',
  path,
  headers: { authorization: `Bearer ${token}` },
})

const post = (path: string, body: unknown, patient?: Patient): Call => ({
  method: 'POST',
  path,
  headers: {
    'content-type': 'application/json',
    ...(patient ? { authorization: `Bearer ${patient.token}` } : {}),
  },
  body: JSON.stringify(body),
})

/** What people type: parts of words, of a number on the shelf, of a barcode. */
const PARTS = [
  ...['cetam', 'mox', 'sirup 60', 'Vitamin', 'asam', 'prazole', 'BEN-0012'],
  product(421).barcode.slice(4, 10),
]

const searchPath = (part: string): string => {
  const query = new URLSearchParams({ limit: '10', depth: '1' })
  for (const [index, field] of ['name', 'sku', 'barcode'].entries()) {
    query.set(`where[or][${index}][${field}][contains]`, part)
  }
  return `/api/obat?${query}`
}

const GRAPHQL = `query ($limit: Int) { Obats(limit: $limit) {
  docs { id name slug sku barcode price unit stock lowStockThreshold
    category { id name slug active updatedAt createdAt }
    drugClass requiresPrescription active bpomNumber image { id filename } description
    updatedAt createdAt }
  hasNextPage hasPrevPage limit nextPage page pagingCounter prevPage totalDocs totalPages } }`

const order = ({ orderable }: World, index: number) => ({
  items: [
    { obat_id: scattered(orderable, 2 * index), quantity: 1 + (index % 3) },
    { obat_id: scattered(orderable, 2 * index + 1), quantity: 1 },
  ],
  payment_method: 'bank_transfer',
})

const patientOf = ({ patients }: World, index: number): Patient => at(patients, index)

export const SCENARIOS: Scenario[] = [
  {
    name: 'catalogue',
    title: 'Catalogue, a page of 10',
    aim: 1 / 2,
    mark: '"docs":[{"id":',
    sameValues: true,
    call: (world, index) =>
      get(`/api/obat?limit=10&depth=1&page=${1 + (index % 20)}`, patientOf(world, index)),
  },
  {
    name: 'obat',
    title: 'One obat by id',
    aim: 1 / 2,
    mark: '{"id":',
    sameValues: true,
    call: (world, index) =>
      get(`/api/obat/${scattered(world.obat, index)}?depth=1`, patientOf(world, index)),
  },
  {
    name: 'search',
    title: 'Search by part of name, SKU or barcode',
    aim: 1 / 2,
    mark: '"docs":[{"id":',
    sameValues: true,
    call: (world, index) => get(searchPath(at(PARTS, index)), patientOf(world, index)),
  },
  {
    name: 'graphql',
    title: 'Catalogue over GraphQL, a page of 10',
    aim: 1 / 2,
    mark: '{"data":{"Obats":{"docs":[{"id":',
    sameValues: true,
    call: (world, index) =>
      post('/api/graphql', { query: GRAPHQL, variables: { limit: 10 } }, patientOf(world, index)),
  },
  {
    name: 'own-orders',
    title: 'Own orders, a page of 10',
    aim: 1 / 2,
    mark: '"success":true',
    sameValues: true,
    call: (world, index) => get('/api/apotek/orders?per_page=10', patientOf(world, index)),
  },
  {
    name: 'order',
    title: 'Place an order of two items',
    aim: 1 / 3,
    mark: '"message":"Order berhasil dibuat"',
    sameValues: false,
    call: (world, index) =>
      post('/api/apotek/orders', order(world, index), patientOf(world, index)),
  },
  {
    name: 'login',
    title: 'Login',
    aim: null,
    // A password costs a core a seventh of a second: more would only wait.
    connections: 2,
    mark: '"message":"Login berhasil"',
    sameValues: false,
    call: (world, index) =>
      post('/api/apotek/login', { email: patientOf(world, index).email, password: PASSWORD }),
  },
]
