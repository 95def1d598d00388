import type { Content, JsonSchema, Method, Operation, Parameter, Reference } from '../openapi'

/** What may go wrong with an operation of a kind. */
export type FailureKind =
  | 'query'
  | 'fields'
  | 'body'
  | 'forbidden'
  | 'notFound'
  | 'notSignedIn'
  | 'badToken'
  | 'wrongPair'
  | 'attempts'

/** An operation of the generated REST, before it is said who may do it and how it fails. */
export type Generated = {
  method: Method
  /** Below `/api/<collection>`, as Payload has it in its list of endpoints. */
  path: string
  /** The access rule that decides; null where everybody may try. */
  rule: 'read' | 'create' | 'update' | 'delete' | null
  summary: string
  description?: string
  parameters?: (Parameter | Reference)[]
  requestBody?: NonNullable<Operation['requestBody']>
  status?: 201
  content: Content
  /** Answered with 400 when some of many documents could not be written. */
  partly?: JsonSchema
  failures: FailureKind[]
}
