import type { Operation, Paths } from './openapi'
import { json } from './openapi'
import { ANYBODY } from './security'
import { FLAG, list, object, TEXT } from './shapes'

const TAG = 'System'
const nobodyAsks: Operation['security'] = []

const checks = object({ database: FLAG, migrations: FLAG, draining: FLAG })
const readiness = (status: string) => json(object({ status: { const: status }, checks }))

const live: Operation = {
  operationId: 'getHealthLive',
  tags: [TAG],
  summary: 'Whether the process answers at all',
  security: nobodyAsks,
  responses: { '200': { description: 'OK', content: json(object({ status: { const: 'ok' } })) } },
}

const ready: Operation = {
  operationId: 'getHealthReady',
  tags: [TAG],
  summary: 'Whether this instance should be sent requests',
  description: 'The database answers, no migration is missing, no shutdown is under way.',
  security: nobodyAsks,
  responses: {
    '200': { description: 'OK', content: readiness('ready') },
    '503': { description: 'Service Unavailable', content: readiness('unavailable') },
  },
}

const metrics: Operation = {
  operationId: 'getMetrics',
  tags: [TAG],
  summary: 'What this instance counts, for Prometheus',
  description:
    'Shown to whoever sends `METRICS_TOKEN` as a bearer token, which is no user’s; 404 where there is none.',
  security: nobodyAsks,
  responses: {
    '200': { description: 'OK', content: { 'text/plain': { schema: TEXT } } },
    '401': { description: 'Unauthorized', content: json(object({ message: TEXT })) },
    '404': { description: 'Not Found', content: json(object({ message: TEXT })) },
  },
}

const graphql: Operation = {
  operationId: 'postGraphql',
  tags: [TAG],
  summary: 'GraphQL: the collections, and the named operations of orders as mutations',
  description:
    'The same rules as over REST. Depth, aliases and cost of a document are limited. ' +
    'Errors come with 200 in `errors`; what cannot be read at all comes with 400.',
  security: ANYBODY,
  requestBody: {
    required: true,
    content: json({
      type: 'object',
      properties: {
        query: TEXT,
        variables: { type: ['object', 'null'] },
        operationName: { type: ['string', 'null'] },
      },
      required: ['query'],
    }),
  },
  responses: Object.fromEntries(
    [
      ['200', 'OK'],
      ['400', 'Bad Request'],
    ].map(([status, description]) => [
      status,
      {
        description,
        content: json(
          object({}, { data: { type: ['object', 'null'] }, errors: list({ type: 'object' }) }),
        ),
      },
    ]),
  ) as Operation['responses'],
}

/** What stands beside the contracts and the collections. */
export const systemPaths: Paths = {
  '/api/health/live': { get: live },
  '/api/health/ready': { get: ready },
  '/metrics': { get: metrics },
  '/api/graphql': { post: graphql },
}
