import type { ValidateFunction } from 'ajv/dist/2020'
import { Ajv2020 } from 'ajv/dist/2020'
import addFormats from 'ajv-formats'
import type { Payload } from 'payload'

import type { Contract } from '@/lib/contract'
import { contractOf } from '@/lib/contract'
import { buildDocument } from '@/server/apiDocs/document'
import type { Document, Operation, Parameter } from '@/server/apiDocs/openapi'
import { toTemplate } from '@/server/apiDocs/openapi'

import type { Answer } from './api'
import { api } from './api'
import { testPayload } from './payload'

type Method = 'get' | 'post' | 'patch' | 'delete'
export type Call = {
  /** The path's parameters. */
  params?: Record<string, string | number>
  query?: string
  token?: string | undefined
  body?: unknown
  text?: string
  headers?: Record<string, string>
}

const ID = 'https://reference.test/openapi.json'
const escape = (part: string): string =>
  encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'))

/** An Ajv that knows the document; it reads JSON Schema 2020-12, as OpenAPI 3.1 says. */
const createAjv = (document: Document): Ajv2020 => {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addFormat('binary', true)
  return ajv.addSchema({ $id: ID, ...document })
}

/** Every declared endpoint, by its method and its path as the reference has it. */
export const listContracts = ({ config }: Payload): [string, Contract][] => {
  const roots = config.endpoints.map((endpoint) => ['/api', endpoint] as const)
  const beside = config.collections.flatMap(({ slug, endpoints }) =>
    (endpoints || []).map((endpoint) => [`/api/${slug}`, endpoint] as const),
  )
  return [...roots, ...beside].flatMap(([base, endpoint]): [string, Contract][] => {
    const contract = contractOf(endpoint)
    if (!contract) return []
    return [[`${contract.method.toUpperCase()} ${toTemplate(base + contract.path)}`, contract]]
  })
}

/** `Order not found`, whichever envelope it comes in. */
export const messageOf = (body: unknown): string => {
  const { message, errors } = body as { message?: string; errors?: { message: string }[] }
  return message ?? errors?.[0]?.message ?? ''
}

/** Holds answers to a description: their status, their type, and the schema of their body. */
export const createChecker = (document: Document) => {
  const ajv = createAjv(document)

  const operationAt = (key: string): { path: string; method: Method; operation: Operation } => {
    const [method = '', path = ''] = key.split(' ')
    const operation = document.paths[path]?.[method.toLowerCase() as Method]
    if (!operation) throw new Error(`The reference lacks ${key}.`)
    return { path, method: method.toLowerCase() as Method, operation }
  }

  const schemaAt = (...pointer: string[]): ValidateFunction => {
    const $ref = `${ID}#/${pointer.map(escape).join('/')}`
    return ajv.getSchema($ref) ?? ajv.compile({ $ref })
  }

  /** What is wrong with an answer, by the description; null when nothing is. */
  const faultOf = (key: string, { status, body, headers }: Answer): string | null => {
    const { path, method, operation } = operationAt(key)
    const described = operation.responses[String(status)]
    if (!described) return `${key} answers ${status}, which is not described.`
    const type = headers.get('Content-Type')?.split(';')[0] ?? ''
    if (!described.content?.[type]) return `${key} answers ${status} with ${type}.`
    if (type !== 'application/json') return null
    const validate = schemaAt(
      'paths',
      path,
      method,
      'responses',
      String(status),
      'content',
      type,
      'schema',
    )
    return validate(body) ? null : `${key} ${status}: ${ajv.errorsText(validate.errors)}`
  }

  return { operationAt, schemaAt, faultOf }
}

/**
 * Calls the endpoints that the API reference describes, in this process, and holds every answer to the
 * description. Remembers what was answered.
 */
export const createReference = async () => {
  const document = await buildDocument(await testPayload(), '0.0.0')
  const { operationAt, schemaAt, faultOf } = createChecker(document)
  const answered = new Map<string, Map<number, Set<string>>>()

  const remember = (key: string, { status, body }: Answer): void => {
    const statuses = answered.get(key) ?? new Map<number, Set<string>>()
    answered.set(
      key,
      statuses.set(status, (statuses.get(status) ?? new Set()).add(messageOf(body))),
    )
  }

  return {
    document,
    answered,
    operationAt,
    schemaAt,
    parametersOf: ({ parameters = [] }: Operation): Parameter[] =>
      parameters.map((one) => {
        if (!('$ref' in one)) return one
        return document.components.parameters[one.$ref.split('/').at(-1) ?? ''] as Parameter
      }),

    /** Calls an operation, e.g. `POST /api/orders/{id}/cancel`; throws where the description is wrong. */
    call: async (
      key: string,
      { params = {}, query = '', ...options }: Call = {},
    ): Promise<Answer> => {
      const { path, method } = operationAt(key)
      const filled = path.replace(/\{(\w+)\}/g, (_all, name: string) => String(params[name] ?? 1))
      const answer = await api(
        method.toUpperCase(),
        `${filled.slice('/api'.length)}${query}`,
        options,
      )
      const fault = faultOf(key, answer)
      if (fault) throw new Error(fault)
      remember(key, answer)
      return answer
    },
  }
}

export type Reference = Awaited<ReturnType<typeof createReference>>
