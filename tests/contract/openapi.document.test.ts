import { compileErrors, validate } from '@readme/openapi-parser'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import type { Endpoint } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { contractOf } from '@/lib/contract'
import type { JsonSchema, Operation } from '@/server/apiDocs/openapi'

import { testPayload } from '../support/payload'
import type { Reference } from '../support/reference'
import { createReference } from '../support/reference'

/** Payload's own, for its panel: not for clients. */
const FOR_THE_PANEL = [
  'get /access',
  'post /access/:id?',
  'get /paste-url/:id?',
  'post /:id/duplicate',
  'post /reorder',
  'post /plugin-seo/generate-title',
  'post /plugin-seo/generate-description',
  'post /plugin-seo/generate-url',
  'post /plugin-seo/generate-image',
]

let reference: Reference
beforeAll(async () => {
  reference = await createReference()
})

const nameOf = ({ method, path }: Pick<Endpoint, 'method' | 'path'>): string => `${method} ${path}`

const described = (base: string, { method, path }: Pick<Endpoint, 'method' | 'path'>): boolean => {
  const template = `${base}${path}`.replace(/:(\w+)/g, '{$1}').replace(/(?<=.)\/$/, '')
  return Boolean(reference.document.paths[template]?.[method as 'get'])
}

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const result = await validate(structuredClone(reference.document) as never)
    expect(result.valid ? '' : compileErrors(result)).toBe('')
    expect(reference.document.openapi).toBe('3.1.1')
  })

  it('has schemas that are JSON Schema 2020-12, without a word that it does not know', () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false, allowUnionTypes: true })
    addFormats.default(ajv)
    ajv.addFormat('binary', true)
    const { schemas } = reference.document.components
    for (const [name, schema] of Object.entries(schemas)) {
      const local = JSON.parse(
        JSON.stringify(schema).replaceAll('#/components/schemas/', 'schema:'),
      ) as JsonSchema
      ajv.addSchema(local, `schema:${name}`)
    }
    for (const name of Object.keys(schemas))
      expect(ajv.getSchema(`schema:${name}`)).toBeTypeOf('function')
  })

  it('describes every endpoint of the plugins', async () => {
    const { config } = await testPayload()
    const strangers = config.endpoints
      .filter((endpoint) => !described('/api', endpoint))
      .map(nameOf)
    expect(strangers.filter((name) => !FOR_THE_PANEL.includes(name))).toEqual([])
    expect(config.endpoints.filter((endpoint) => contractOf(endpoint)).length).toBeGreaterThan(10)
  })

  it('describes every endpoint of the collections that somebody may use, and no other', async () => {
    const { config } = await testPayload()
    const left: Record<string, string[]> = {}
    for (const { slug, endpoints } of config.collections) {
      if (slug.startsWith('payload-')) continue
      const missing = (endpoints || []).filter((one) => !described(`/api/${slug}`, one)).map(nameOf)
      left[slug] = missing.filter((name) => !FOR_THE_PANEL.includes(name))
    }
    const changes = ['delete /', 'delete /:id', 'patch /', 'patch /:id']
    const writing = [...changes, 'post /']
    // The panel's own, for admins: what a document once was.
    const versions = ['get /versions', 'get /versions/:id', 'post /versions/:id']
    expect(
      Object.fromEntries(Object.entries(left).map(([slug, names]) => [slug, names.sort()])),
    ).toEqual({
      users: [],
      media: [],
      obat: [],
      'obat-categories': [],
      'stock-movements': changes,
      orders: changes,
      'payment-proofs': changes,
      'cash-entries': changes,
      shifts: changes,
      transactions: writing,
      refunds: writing,
      'payment-notifications': writing,
      courses: versions,
      agendas: versions,
      coupons: [],
      news: versions,
      categories: [],
      redirects: [],
      enrollments: changes,
      'agenda-registrations': changes,
      'lesson-files': [],
      doctors: [],
      consultations: writing,
      messages: writing,
      'chat-files': changes,
      'assistant-conversations': ['patch /', 'patch /:id', 'post /'],
      pemeriksaan: [],
      prescriptions: writing,
      notifications: ['delete /', 'delete /:id', 'post /'],
    })
  })

  it('describes nothing that is not served', async () => {
    const { config } = await testPayload()
    const served = new Set([
      'get /api/health/live',
      'get /api/health/ready',
      'get /metrics',
      'post /api/graphql',
    ])
    const add = (base: string) => (endpoint: Omit<Endpoint, 'root'>) =>
      served.add(
        `${endpoint.method} ${`${base}${endpoint.path}`.replace(/:(\w+)/g, '{$1}').replace(/\/$/, '')}`,
      )
    config.endpoints.forEach(add('/api'))
    for (const { slug, endpoints } of config.collections)
      (endpoints || []).forEach(add(`/api/${slug}`))
    const operations = Object.entries(reference.document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method} ${path}`),
    )
    expect(operations.filter((operation) => !served.has(operation))).toEqual([])
  })

  it('names every operation once', () => {
    const operations = Object.values(reference.document.paths).flatMap((methods) =>
      Object.values(methods),
    )
    const ids = operations.map(({ operationId }) => operationId)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.filter((id) => !/^[a-z][A-Za-z0-9]+$/.test(id))).toEqual([])
  })

  it('lets no contract answer carry a field that is not described', () => {
    const loose: string[] = []
    const look = (value: unknown, where: string): void => {
      if (typeof value !== 'object' || value === null) return
      const { properties, additionalProperties } = value as JsonSchema
      if (properties && additionalProperties !== false) loose.push(where)
      for (const [key, inner] of Object.entries(value)) look(inner, `${where}/${key}`)
    }
    const { paths, components } = reference.document
    for (const [name, schema] of Object.entries(components.schemas)) {
      if (name.startsWith('Contract')) look(schema, name)
    }
    for (const [path, methods] of Object.entries(paths)) {
      if (!path.startsWith('/api/apotek/')) continue
      for (const { responses } of Object.values(methods)) look(responses, path)
    }
    expect(loose).toEqual([])
  })

  it('marks what only the server writes, and does not ask for it', () => {
    const { Order, OrderCreate, Obat, ObatCreate, User } = reference.document.components
      .schemas as Record<
      string,
      { properties: Record<string, { readOnly?: boolean }>; required?: string[] }
    >
    expect(Order?.properties.totalPrice?.readOnly).toBe(true)
    expect(Order?.properties.customerName?.readOnly).toBeUndefined()
    expect(Obat?.properties.stock?.readOnly).toBe(true)
    expect(Object.keys(OrderCreate?.properties ?? {})).not.toContain('status')
    expect(OrderCreate?.required).toEqual(['items'])
    expect(ObatCreate?.required).toEqual(['name', 'price'])
    for (const secret of ['hash', 'salt', 'resetPasswordToken', 'password', 'setupToken']) {
      expect(Object.keys(User?.properties ?? {})).not.toContain(secret)
    }
  })

  it('says what each endpoint needs: sign-in, Idempotency-Key, a body', () => {
    const at = (key: string): Operation => reference.operationAt(key).operation
    const headers = (key: string) =>
      reference
        .parametersOf(at(key))
        .filter(({ in: place }) => place === 'header')
        .map(({ name }) => name)
    expect(at('POST /api/apotek/login').security).toContainEqual({})
    expect(at('POST /api/apotek/orders').security).toEqual([{ token: [] }, { cookie: [] }])
    for (const key of [
      'POST /api/apotek/orders',
      'POST /api/orders',
      'POST /api/orders/{id}/cancel',
    ]) {
      expect(headers(key)).toEqual(['Idempotency-Key'])
      expect(at(key).requestBody).toBeDefined()
    }
    expect(headers('POST /api/apotek/login')).toEqual([])
    expect(headers('POST /api/obat')).toEqual([])
  })
})
