import type { Endpoint, PayloadRequest, SanitizedCollectionConfig } from 'payload'

import { failureAnswers, unforeseen } from '../failures'
import type { JsonSchema, Operation, Paths } from '../openapi'
import { json, operationIdOf, toTemplate } from '../openapi'
import { IDEMPOTENCY_KEY } from '../parameters'
import { ANYBODY, SIGNED_IN } from '../security'
import { accountOperations } from './account'
import { generatedErrors, presentGenerated } from './failures'
import { fileOperation } from './file'
import type { Generated } from './generated'
import { readingOperations } from './reading'
import type { Admission } from './visitors'
import { admissionOf, admits, forWhom, isClosed, isOpen } from './visitors'
import { writingOperations } from './writing'

const EVERYBODY: Admission = { all: ['anonymous'], some: [] }

const generatedBy = (collection: SanitizedCollectionConfig, name: string): Generated[] => [
  ...readingOperations(collection, name),
  ...writingOperations(collection, name),
  ...(collection.auth ? accountOperations(name) : []),
  ...(collection.upload ? [fileOperation(collection)] : []),
]

const servedBy = (endpoints: Omit<Endpoint, 'root'>[], { method, path }: Generated) =>
  endpoints.find((endpoint) => endpoint.method === method && endpoint.path === path)

/** Nobody is refused what everybody may do. */
const withoutForbidden = (generated: Generated): Generated =>
  generated.rule
    ? { ...generated, failures: generated.failures.filter((kind) => kind !== 'forbidden') }
    : generated

type Context = {
  req: PayloadRequest
  collection: SanitizedCollectionConfig
  failure: JsonSchema
}

const responsesOf = (
  { req, collection, failure }: Context,
  generated: Generated,
  isIdempotent: boolean,
): Operation['responses'] => {
  const { content, partly, status = 200 } = generated
  const errors = generatedErrors(req, collection.slug, generated, isIdempotent)
  const failures = failureAnswers(presentGenerated, failure, errors)
  if (partly && failures['400']) failures['400'].content = json({ anyOf: [partly, failure] })
  return {
    [status]: { description: status === 201 ? 'Created' : 'OK', content },
    ...failures,
    default: unforeseen(presentGenerated, failure),
  }
}

const operationOf = (
  context: Context,
  generated: Generated,
  admission: Admission,
  isIdempotent: boolean,
): Operation => {
  const { description, method, path, requestBody, rule, summary } = generated
  const parameters = [...(generated.parameters ?? []), ...(isIdempotent ? [IDEMPOTENCY_KEY] : [])]
  const told = [description, rule ? forWhom(admission) : undefined].filter(Boolean)
  return {
    operationId: operationIdOf(method, `${context.collection.slug}${path}`),
    tags: [context.collection.slug],
    summary,
    ...(told.length > 0 ? { description: told.join('\n\n') } : {}),
    security: admits(admission, 'anonymous') ? ANYBODY : SIGNED_IN,
    ...(parameters.length > 0 ? { parameters } : {}),
    ...(requestBody ? { requestBody } : {}),
    responses: responsesOf(context, generated, isIdempotent),
  }
}

/**
 * The generated REST of a collection: what Payload serves and somebody may do. What is denied to
 * everybody is left out.
 */
export const collectionPaths = async (context: Context, name: string): Promise<Paths> => {
  const { req, collection } = context
  const paths: Paths = {}
  for (const generated of generatedBy(collection, name)) {
    const endpoint = servedBy(collection.endpoints || [], generated)
    const { method, rule } = generated
    const admission = rule ? await admissionOf(req.payload, collection.access[rule]) : EVERYBODY
    if (!endpoint || isClosed(admission)) continue
    const possible = isOpen(admission) ? withoutForbidden(generated) : generated
    const isIdempotent = endpoint.custom?.isIdempotent === true
    const path = toTemplate(`/api/${collection.slug}${generated.path}`)
    paths[path] = {
      ...paths[path],
      [method]: operationOf(context, possible, admission, isIdempotent),
    }
  }
  return paths
}
