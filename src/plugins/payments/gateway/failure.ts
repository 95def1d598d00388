import midtrans from 'midtrans-client'
import { z } from 'zod'

import type { GatewayFailure } from './gateway'
import { GatewayError } from './gateway'

/** No connection was made, so nothing was sent. Others (time-out, reset) may come after sending. */
const NOT_REACHED = /^(?:ECONNREFUSED|ENOTFOUND|EAI_\w+|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN)$/
/** The certificate is looked at before anything is sent. */
const NOT_TRUSTED = /^(?:CERT_\w+|ERR_TLS_\w+|\w*SELF_SIGNED\w*|UNABLE_TO_\w+)$/

const MESSAGE_MAX = 300

const withCode = z.object({ code: z.string() })
/** Core tells its reason in one sentence, Snap in a list; either may add a list. */
const reasons = z.object({
  status_message: z.string().optional().catch(undefined),
  validation_messages: z.array(z.string()).optional().catch(undefined),
  error_messages: z.array(z.string()).optional().catch(undefined),
})

const failureOfCode = (code: number): GatewayFailure =>
  code >= 400 && code < 500 && code !== 408 ? 'refused' : 'unknown'

const failureOfNetwork = (raw: unknown): { failure: GatewayFailure; why: string } => {
  const { data } = withCode.safeParse(raw)
  const code = data?.code ?? 'no usable answer'
  const isAway = NOT_REACHED.test(code) || NOT_TRUSTED.test(code)
  return { failure: isAway ? 'away' : 'unknown', why: code }
}

const reasonIn = (answer: unknown): string => {
  const { data } = reasons.safeParse(answer)
  const said = [
    data?.status_message,
    ...(data?.validation_messages ?? []),
    ...(data?.error_messages ?? []),
  ]
  return said
    .filter(Boolean)
    .join('; ')
    .replace(/[^\P{C}]+/gu, ' ')
}

/** The key must not come back out of an answer either. */
const scrub = (text: string, serverKey: string): string =>
  text
    .replaceAll(serverKey, '…')
    .replaceAll(Buffer.from(`${serverKey}:`).toString('base64'), '…')
    .slice(0, MESSAGE_MAX)

/**
 * What went wrong, as callers decide by it. Of the client's error, which holds the server key, nothing
 * is kept but a code and the gateway's own words.
 */
export const toGatewayError = (error: unknown, call: string, serverKey: string): GatewayError => {
  if (error instanceof GatewayError) return error
  if (!(error instanceof midtrans.MidtransError)) {
    return new GatewayError('unknown', `Midtrans (${call}): an answer that is none`)
  }
  const { httpStatusCode, ApiResponse, rawHttpClientData } = error
  const code = Number(httpStatusCode ?? Number.NaN)
  if (Number.isInteger(code)) {
    const message = `Midtrans (${call}): ${code} ${reasonIn(ApiResponse)}`.trimEnd()
    return new GatewayError(failureOfCode(code), scrub(message, serverKey), code)
  }
  const { failure, why } = failureOfNetwork(rawHttpClientData)
  return new GatewayError(failure, scrub(`Midtrans (${call}): ${why}`, serverKey))
}
