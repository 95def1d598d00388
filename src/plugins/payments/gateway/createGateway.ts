import { readPage, readState } from './answer'
import type { Client } from './client'
import { createClient } from './client'
import type { Charged, Gateway, GatewayState, HostedPage } from './gateway'
import { GatewayError, isUnheard } from './gateway'
import type { GatewayOptions } from './options'
import { chargeBody, pageBody } from './requests'
import { isSignedWith } from './signature'

const TIMEOUT_MS = 10_000
const NOT_FOUND = 404
const DUPLICATE = 406
const CANNOT_MODIFY = 412

const ORDER_ID = /^(?!\.{1,2}$)[A-Za-z0-9_~.-]{1,50}$/

/** The client puts ids into paths as they are. */
const checked = (gatewayOrderId: string): string => {
  if (!ORDER_ID.test(gatewayOrderId)) throw new Error('No id of an order at the gateway')
  return gatewayOrderId
}

const isUnknown = (error: unknown): boolean =>
  error instanceof GatewayError && error.failure === 'unknown'

const hasCode = (error: unknown, ...codes: number[]): boolean =>
  error instanceof GatewayError && error.code !== null && codes.includes(error.code)

/**
 * Makes a call that may be made twice; once more when its outcome is unknown. When nobody listens the
 * second time, that says nothing of the first.
 */
const repeated = async <T>(call: () => Promise<T>): Promise<T> => {
  try {
    return await call()
  } catch (error) {
    if (!isUnknown(error)) throw error
    return await call().catch((second: unknown) => {
      if (!(second instanceof GatewayError) || !isUnheard(second)) throw second
      throw new GatewayError('unknown', second.message)
    })
  }
}

/** After a call that may have done something, not to be told the state is an unknown outcome. */
const afterwards = async <T>(look: () => Promise<T>): Promise<T> => {
  try {
    return await look()
  } catch (error) {
    if (!(error instanceof GatewayError)) throw error
    throw new GatewayError('unknown', error.message, error.code)
  }
}

const readStatus = async ({ ask, core }: Client, id: string): Promise<GatewayState | null> => {
  try {
    const answer = await ask('status', async () => core.transaction.status(id))
    return readState(answer, id, 'status')
  } catch (error) {
    if (hasCode(error, NOT_FOUND)) return null
    throw error
  }
}

const existing = async (client: Client, id: string): Promise<GatewayState> => {
  const state = await afterwards(async () => readStatus(client, id))
  if (!state) throw new GatewayError('unknown', 'Midtrans: it exists, and then it does not')
  return state
}

type Charge = Parameters<Gateway['charge']>[0]

/** Without these nobody can pay; the status does not tell all that the first answer did. */
const needed = ({ channel }: Charge): string[] => {
  if (channel === 'mandiri') return ['biller_code', 'bill_key']
  if (channel === 'qris') return ['qr_string']
  return channel === 'gopay' || channel === 'shopeepay' ? ['deeplink_url'] : ['va_number']
}

const ABSENT: Partial<Record<Charge['method'], Record<string, null>>> = {
  E_WALLET: { deeplink_url: null, qr_url: null },
  QRIS: { qr_string: null, qr_url: null },
}

/** @throws {GatewayError} `unknown`, when it is charged but the way to pay it is lost */
const present = (told: GatewayState, charge: Charge): Charged => {
  const { method, channel } = charge
  const details = { ...ABSENT[method], ...told.details }
  const isLost = told.status === 'pending' && needed(charge).some((name) => !(name in told.details))
  if (isLost) throw new GatewayError('unknown', 'Midtrans (charge): no details to pay by')
  return { state: { ...told, method, channel, details }, details }
}

/** A number that was used before, for something else: after a restored backup, say. */
const isForeign = (told: GatewayState, { amount, channel }: Charge): boolean =>
  told.amount !== amount || told.channel !== channel || told.status !== 'pending'

/**
 * An outcome that is not known is asked for by the same request with the same key, then by the status.
 * 406 means that the charge is there: by our first try, or, when there was none, by whoever used that
 * number before.
 */
const charge = async (client: Client, order: Charge): Promise<Charged> => {
  const id = checked(order.gatewayOrderId)
  const body = chargeBody(order, new Date())
  let tries = 0
  const request = async () => {
    tries += 1
    const answer = await client.ask('charge', async () => client.core.charge(body))
    return present(readState(answer, id, 'charge'), order)
  }
  try {
    return await repeated(request)
  } catch (error) {
    const isFirstTry = tries === 1
    if (isFirstTry && !hasCode(error, DUPLICATE)) throw error
    const told = await afterwards(async () => readStatus(client, id))
    if (!told || (isFirstTry && isForeign(told, order))) throw error
    return present(told, order)
  }
}

/** A second page for the same order is made freely as long as nobody has chosen a method on it. */
const createPage = async (
  client: Client,
  order: Parameters<Gateway['createPage']>[0],
): Promise<HostedPage> => {
  checked(order.gatewayOrderId)
  const body = pageBody(order, new Date())
  return repeated(async () => {
    return readPage(await client.ask('createPage', async () => client.snap.createTransaction(body)))
  })
}

/** Cancelling and expiring: what became of it is asked for, since a payment may have been first. */
const end = async (client: Client, verb: 'cancel' | 'expire', gatewayOrderId: string) => {
  const id = checked(gatewayOrderId)
  const request = async () => client.ask(verb, async () => client.core.transaction[verb](id))
  try {
    await repeated(request)
  } catch (error) {
    if (!isUnknown(error) && !hasCode(error, NOT_FOUND, CANNOT_MODIFY)) throw error
    const state = await afterwards(async () => readStatus(client, id))
    // It may still be on its way: a live charge is not known to stay one.
    if (isUnknown(error) && (state === null || state.status === 'pending')) throw error
    return state
  }
  return afterwards(async () => readStatus(client, id))
}

const review = async (client: Client, verb: 'approve' | 'deny', gatewayOrderId: string) => {
  const id = checked(gatewayOrderId)
  await client.ask(verb, async () => client.core.transaction[verb](id))
  return existing(client, id)
}

const refund = async (
  client: Client,
  ...[gatewayOrderId, order]: Parameters<Gateway['refund']>
) => {
  const id = checked(gatewayOrderId)
  const body = { refund_key: order.key, amount: order.amount, reason: order.reason.slice(0, 255) }
  try {
    await repeated(async () =>
      client.ask('refund', async () => client.core.transaction.refund(id, body)),
    )
  } catch (error) {
    // 406: the key was used, so it is refunded already.
    if (!isUnknown(error) && !hasCode(error, DUPLICATE, CANNOT_MODIFY)) throw error
    const state = await existing(client, id)
    if (!state.refunds.some(({ key }) => key === order.key)) throw error
    return state
  }
  return existing(client, id)
}

/**
 * The gateway on `midtrans-client`.
 * @param timeoutMs of one call; an unknown outcome is asked for by up to two more calls
 */
export const createGateway = (
  options: GatewayOptions,
  { timeoutMs = TIMEOUT_MS }: { timeoutMs?: number } = {},
): Gateway => {
  const client = createClient(options, timeoutMs)
  return {
    charge: async (order) => charge(client, order),
    createPage: async (order) => createPage(client, order),
    status: async (id) => readStatus(client, checked(id)),
    cancel: async (id) => end(client, 'cancel', id),
    expire: async (id) => end(client, 'expire', id),
    refund: async (id, order) => refund(client, id, order),
    approve: async (id) => review(client, 'approve', id),
    deny: async (id) => review(client, 'deny', id),
    isSigned: (notification) => isSignedWith(options.serverKey, notification),
  }
}
