import type { Endpoint, PayloadRequest } from 'payload'

import type { Role } from '@/access/roles'
import { hasRole } from '@/access'
import type { Answer } from '@/database/idempotency'

import type { Answers, Definition, Envelope, Schema, SignedInRequest } from './contract'
import { keepContract } from './contract'
import { presentFailure } from './contractFailure'
import { readInput } from './contractRequest'
import { idempotent } from './idempotent'
import { idempotentCommitted } from './idempotentCommitted'
import { translateAnswer } from './panel/refusalLanguage'
import { forbidden, signInUnavailable, unauthenticated } from './refusals'

const refuseStrangers = (req: PayloadRequest, allowed: readonly Role[] | undefined): void => {
  if (!allowed) return
  if (req.context.signInUnavailable === true) throw signInUnavailable()
  if (!req.user) throw unauthenticated()
  if (allowed.length > 0 && !hasRole(req, ...allowed)) throw forbidden()
}

const json = ({ status, body }: Answer): Response =>
  status === 204 ? new Response(null, { status }) : Response.json(body, { status })

/**
 * A hand-written endpoint of a contract: parse → operation → present, with the contract's errors. What
 * it takes and answers is declared once: it is parsed by that, typed by that, and documented by that.
 */
export const contractEndpoint =
  (envelope: Envelope) =>
  <const Known extends Answers, Query extends Schema = undefined, Body extends Schema = undefined>({
    before,
    handle,
    ...contract
  }: Definition<Known, Query, Body>): Endpoint => {
    const { method, path, roles, isIdempotent } = contract
    const present = presentFailure(envelope)
    const say = (req: PayloadRequest, answer: Answer): Response =>
      json(envelope.speaksPanelLanguage ? translateAnswer(req, answer) : answer)
    const answer = async (req: PayloadRequest): Promise<Response> => {
      refuseStrangers(req, roles)
      const input = (await readInput(contract, req)) as Parameters<typeof handle>[1]
      await before?.(req as SignedInRequest, input)
      const run = async () => handle(req as SignedInRequest, input)
      if (!isIdempotent) {
        const given = await run()
        return given instanceof Response ? given : json(given as Answer)
      }
      const route = `${method} ${req.pathname ?? path}`
      const once = isIdempotent === 'committed' ? idempotentCommitted : idempotent
      return say(req, await once(req, route, input, present, run as () => Promise<Answer>))
    }
    return {
      method,
      path,
      custom: keepContract(contract, envelope),
      handler: async (req) => {
        try {
          return await answer(req)
        } catch (error) {
          const failure = present(error)
          if (failure.status >= 500) {
            req.payload.logger.error({ err: error, msg: `${method} ${path}` })
          }
          return say(req, failure)
        }
      },
    }
  }
