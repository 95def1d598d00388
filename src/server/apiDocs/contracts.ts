import type { Answers, Bytes, Contract, Envelope } from '@/lib/contract'
import { presentFailure } from '@/lib/contractFailure'
import { documentId } from '@/lib/contractRequest'

import { thrownBy } from './contractErrors'
import { failureAnswers, unforeseen } from './failures'
import type { Answer, Content, JsonSchema, Operation, Parameter, Reference } from './openapi'
import { json, operationIdOf, toTemplate } from './openapi'
import { IDEMPOTENCY_KEY } from './parameters'
import { ANYBODY, SIGNED_IN } from './security'
import type { ZodSchemas } from './zodSchemas'

type Described = Contract & { envelope: Envelope }

const pathParameters = ({ path, params = {} }: Contract, schemaOf: ZodSchemas): Parameter[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: schemaOf(params[name] ?? documentId, 'input'),
  }))

const queryParameters = ({ query }: Contract, schemaOf: ZodSchemas): Parameter[] => {
  if (!query) return []
  const { properties = {}, required = [] } = schemaOf(query, 'input') as {
    properties?: Record<string, JsonSchema>
    required?: string[]
  }
  return Object.entries(properties).map(([name, { description, ...schema }]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    ...(typeof description === 'string' ? { description } : {}),
    schema,
  }))
}

const parametersOf = (contract: Contract, schemaOf: ZodSchemas): (Parameter | Reference)[] => [
  ...pathParameters(contract, schemaOf),
  ...queryParameters(contract, schemaOf),
  ...(contract.isIdempotent ? [IDEMPOTENCY_KEY] : []),
]

const withFile = (schema: JsonSchema, { field, description }: NonNullable<Contract['upload']>) => ({
  ...schema,
  properties: {
    ...(schema.properties as object),
    [field]: { type: 'string', format: 'binary', description },
  },
})

const bodyOf = ({ body, raw, upload }: Contract, schemaOf: ZodSchemas): Content | null => {
  const described = body ?? raw?.schema
  if (!described) return null
  const schema = schemaOf(described, 'input')
  if (!upload) return json(schema)
  const encoding = { [upload.field]: { contentType: upload.types.join(', ') } }
  return {
    ...json(schema),
    'multipart/form-data': { schema: withFile(schema, upload), encoding },
  }
}

const bytes = ({ mediaType }: Bytes): Content =>
  Object.fromEntries(
    [mediaType].flat().map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
  )

const isBytes = (answer: Answers[number]): answer is Bytes => 'mediaType' in answer

const successes = (answers: Answers, schemaOf: ZodSchemas): Record<string, Answer> =>
  Object.fromEntries(
    Object.entries(answers).map(([status, answer]) => [
      status,
      {
        description: status === '201' ? 'Created' : 'OK',
        content: isBytes(answer) ? bytes(answer) : json(schemaOf(answer, 'output')),
      },
    ]),
  )

const forWhom = ({ roles }: Contract): string => {
  if (!roles) return 'Open to everybody.'
  return roles.length > 0 ? `For: ${roles.join(', ')}.` : 'For everybody who is signed in.'
}

/**
 * Describes a hand-written endpoint by what it is made of.
 * @param base what stands before the contract's path
 */
export const contractOperation = (
  base: string,
  contract: Described,
  schemaOf: ZodSchemas,
): { path: string; operation: Operation } => {
  const { docs, envelope, method, roles } = contract
  const path = toTemplate(base + contract.path)
  const present = presentFailure(envelope)
  const failure = schemaOf(envelope.schema, 'output')
  const parameters = parametersOf(contract, schemaOf)
  const content = bodyOf(contract, schemaOf)
  return {
    path,
    operation: {
      operationId: operationIdOf(method, path),
      tags: [docs.tag],
      summary: docs.summary,
      description: [docs.description, forWhom(contract)].filter(Boolean).join('\n\n'),
      security: roles ? SIGNED_IN : ANYBODY,
      ...(parameters.length > 0 ? { parameters } : {}),
      ...(content ? { requestBody: { required: true, content } } : {}),
      responses: {
        ...successes(contract.answers, schemaOf),
        ...failureAnswers(present, failure, thrownBy(contract)),
        default: unforeseen(present, failure),
      },
    },
  }
}
