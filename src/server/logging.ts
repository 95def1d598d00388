import type { Config } from 'payload'
import { stdSerializers } from 'pino'

/** drizzle writes a failed statement's parameters into the message: names, addresses, what patients say. */
const PARAMETERS = /\nparams: [\s\S]*?(?=\n {4}at |$)/

const withoutParameters = (text: unknown): unknown =>
  typeof text === 'string' ? text.replace(PARAMETERS, '') : text

const serializeError = (error: Error): Record<string, unknown> => {
  const { message, stack, type, code, constraint, cause } = stdSerializers.errWithCause(
    error,
  ) as unknown as Record<string, unknown>
  return {
    type,
    message: withoutParameters(message),
    code,
    constraint,
    stack: withoutParameters(stack),
    ...(cause instanceof Object ? { cause: (cause as { message?: unknown }).message } : {}),
  }
}

/** What a client is told of its own mistakes is no error of ours. */
const CLIENT_FAULTS = {
  APIError: 'info',
  ApiError: 'info',
  AuthenticationError: 'info',
  Forbidden: 'info',
  NotFound: 'info',
  ValidationError: 'info',
} as const

/** Structured logs through Payload's pino, without what people sent. */
export const logging = (level: string): Pick<Config, 'logger' | 'loggingLevels'> => ({
  logger: { options: { level, serializers: { err: serializeError } } },
  loggingLevels: CLIENT_FAULTS,
})
