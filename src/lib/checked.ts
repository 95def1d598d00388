import type { z } from 'zod'

import type { FieldErrors } from './apiError'
import { ApiError } from './apiError'

/** What a client is told of input that a schema refuses. */
export const invalidInput = ({ issues }: z.ZodError): ApiError => {
  const errors: FieldErrors = {}
  for (const issue of issues) (errors[issue.path.join('.')] ??= []).push(issue.message)
  return new ApiError(422, issues[0]?.message ?? 'Data tidak valid.', { errors })
}

/**
 * Input as a schema reads it, for doors that do not parse by themselves.
 * @throws {ApiError} 422, with each field at fault
 */
export const checked = <Schema extends z.ZodType>(
  schema: Schema,
  given: unknown,
): z.output<Schema> => {
  const { data, error } = schema.safeParse(given)
  if (error) throw invalidInput(error)
  return data
}
