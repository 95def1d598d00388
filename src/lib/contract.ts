import type { Endpoint, File as PayloadFile, PayloadRequest } from 'payload'
import { z } from 'zod'

import type { Role } from '@/access/roles'

import type { ApiError, FieldErrors } from './apiError'

/** Where the public keeps a contract on Payload's endpoint (`Endpoint.custom`). */
const KEY = 'contract'

export type SignedInRequest = PayloadRequest & { user: NonNullable<PayloadRequest['user']> }

/** A contract's way of saying no, and that way's schema. */
export type Envelope = {
  failure: (message: string, errors?: FieldErrors, extra?: Record<string, unknown>) => unknown
  schema: z.ZodType
  /** Said in the panel's language when the panel asks; absent: the same words for everybody. */
  speaksPanelLanguage?: true
}

/** Makes the error that a client is answered with; called without arguments, it says how it reads. */
export type Refusal = () => ApiError

/** A picture or file that may come with the body, as multipart/form-data, under any name. */
export type Upload = {
  /** The name under which the contract expects it, and under which its faults are told. */
  field: string
  description: string
  types: readonly string[]
  maxBytes: number
  tooLarge: Refusal
}

/** What is answered as it is, not as JSON; of several types, one. */
export type Bytes = { mediaType: string | readonly string[] }

/** Status → the schema of its body. */
export type Answers = Readonly<Record<number, z.ZodType | Bytes>>

/**
 * What an endpoint takes and answers. The endpoint parses with these schemas, its handler is typed by
 * them, and the API reference is made from them.
 */
export type Contract = {
  method: 'get' | 'post'
  /** Below `/api`, or below `/api/<collection>`, as path-to-regexp reads it. */
  path: string
  docs: { tag: string; summary: string; description?: string }
  /** Absent: anybody. Empty: everybody who is signed in. */
  roles?: readonly Role[]
  /**
   * A money or stock POST, which honours `Idempotency-Key`. `true`: it is one transaction. `committed`: it
   * makes transactions of its own, because it asks somebody else (the payment gateway) in between.
   */
  isIdempotent?: boolean | 'committed'
  /** Path parameters; `id` is an integer unless it is named here. */
  params?: Readonly<Record<string, z.ZodType>>
  query?: z.ZodType | undefined
  body?: z.ZodType | undefined
  upload?: Upload
  /**
   * A JSON body that is wanted as it came (it is signed, say): the schema describes it, the handler reads
   * it from `input.raw`.
   */
  raw?: { schema: z.ZodType; maxBytes: number }
  answers: Answers
  /** The errors that this endpoint adds to those that every endpoint of its kind has. */
  refusals?: readonly Refusal[]
}

type Parsed<Given> = Given extends z.ZodType ? z.output<Given> : undefined

type Input<Query, Body> = {
  query: Parsed<Query>
  body: Parsed<Body>
  file: PayloadFile | null
  /** The body as it came, of an endpoint that wants it so; '' of all others. */
  raw: string
}

type AnswerOf<Known extends Answers> = {
  [Status in keyof Known]: Known[Status] extends z.ZodType
    ? { status: Status; body: z.output<Known[Status]> }
    : never
}[keyof Known]

export type Schema = z.ZodType | undefined

export type Definition<
  Known extends Answers,
  Query extends Schema,
  Body extends Schema,
> = Contract & {
  query?: Query
  body?: Body
  answers: Known
  /** Runs first, and outside the transaction: for what must ask somebody else. A repetition runs it again. */
  before?: (req: SignedInRequest, input: Input<Query, Body>) => Promise<void>
  handle: (req: SignedInRequest, input: Input<Query, Body>) => Promise<AnswerOf<Known> | Response>
}

/** Keeps a contract on its endpoint, for whoever describes the API. */
export const keepContract = (contract: Contract, envelope: Envelope): Record<string, unknown> => ({
  [KEY]: { ...contract, envelope },
})

/** The contract of an endpoint, if it was made by `contractEndpoint`. */
export const contractOf = ({
  custom,
}: Pick<Endpoint, 'custom'>): (Contract & { envelope: Envelope }) | undefined =>
  custom?.[KEY] as (Contract & { envelope: Envelope }) | undefined

/** A document in Payload's own shape, within a contract's answer. */
export const documentOf = <Document>(collection: string): z.ZodType<Document> =>
  z.custom<Document>().meta({ collection })
