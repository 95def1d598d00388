import type { PayloadRequest } from 'payload'

import { findAttempt } from '../attempts.sql'
import type { GatewayState } from '../gateway/gateway'
import type { Outcome } from './applyGatewayState'
import { applyGatewayState } from './applyGatewayState'

type Question = (gatewayOrderId: string) => Promise<GatewayState | null>

/**
 * Asks the gateway about an attempt and does what it says; once more, when somebody else has learnt more
 * meanwhile. Never within a database transaction.
 * @param ask one that may be repeated: status, cancel, expire
 * @returns what the gateway said last; null, and `unknown`, when it does not know the attempt
 * @throws {GatewayError}
 */
export const askAndApply = async (
  req: PayloadRequest,
  gatewayOrderId: string,
  ask: Question,
  options: { isQuiet?: boolean } = {},
): Promise<{ state: GatewayState | null; outcome: Outcome }> => {
  for (;;) {
    const seen = await findAttempt(req, gatewayOrderId)
    const state = await ask(gatewayOrderId)
    if (!seen || !state) return { state, outcome: 'unknown' }
    const outcome = await applyGatewayState(req, state, { ...options, seen })
    if (outcome !== 'outdated') return { state, outcome }
  }
}
