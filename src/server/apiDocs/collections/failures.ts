import type { PayloadRequest } from 'payload'
import {
  APIError,
  AuthenticationError,
  Forbidden,
  formatErrors,
  NotFound,
  ValidationError,
} from 'payload'

import { refusalsOf } from '@/lib/collectionRefusals'
import { keyTooLong, keyUsedOtherwise, tooManyAttempts } from '@/lib/refusals'

import { REFUSALS } from '../../api/refusal'
import type { Present } from '../failures'
import { refusedByServer } from '../failures'
import type { FailureKind, Generated } from './generated'

/** How the generated REST says no. */
export const presentGenerated: Present = (error) => ({
  status: (error as { status: number }).status,
  body: formatErrors(error as APIError),
})

const fieldFault = ({ t }: PayloadRequest, collection: string): Error =>
  new ValidationError(
    { collection, errors: [{ path: 'name', message: t('validation:required') }] },
    t,
  )

const makers: Record<FailureKind, (req: PayloadRequest, slug: string) => Error[]> = {
  query: () => [refusedByServer(REFUSALS.malformedQuery)],
  fields: (req, slug) => [fieldFault(req, slug)],
  body: () => [
    refusedByServer(REFUSALS.malformedJson),
    refusedByServer(REFUSALS.tooLarge),
    refusedByServer(REFUSALS.unsupportedType),
  ],
  forbidden: ({ t }) => [new Forbidden(t)],
  notFound: ({ t }) => [new NotFound(t)],
  notSignedIn: () => [new APIError('No User', 400)],
  badToken: () => [new APIError('Token is either invalid or has expired.', 403)],
  wrongPair: ({ t }) => [new AuthenticationError(t)],
  attempts: () => [tooManyAttempts()],
}

/** Everything that an operation of the generated REST may throw. */
export const generatedErrors = (
  req: PayloadRequest,
  slug: string,
  { failures, rule }: Generated,
  isIdempotent: boolean,
): Error[] => {
  const own = rule ? refusalsOf(req.payload.config, slug, rule) : []
  return [
    ...failures.flatMap((kind) => makers[kind](req, slug)),
    ...own.map((refuse) => refuse()),
    ...(isIdempotent ? [keyUsedOtherwise(), keyTooLong()] : []),
  ]
}
