import type { PayloadRequest } from 'payload'

import type { Channel, LateMoney } from '../constants'
import { CHANNELS_OF } from '../constants'
import type { PaymentMethod } from '../contract'
import { PAYMENT_METHODS } from '../contract'
import { channelUnknown } from '../errors'

export type Settings = {
  accountNumber: string | null
  accountName: string | null
  /** Those that are offered. */
  channels: readonly Channel[]
  lateMoney: LateMoney
}

/** What admins have decided about payments. */
export const readSettings = async (req: PayloadRequest): Promise<Settings> => {
  const settings = await req.payload.findGlobal({
    slug: 'payment-settings',
    depth: 0,
    req,
    overrideAccess: true,
  })
  return {
    accountNumber: settings.accountNumber || null,
    accountName: settings.accountName || null,
    channels: settings.channels,
    lateMoney: settings.lateMoney,
  }
}

/** The channels of each method that are offered; methods without any are left out. */
export const offeredMethods = ({
  channels,
}: Settings): { method: PaymentMethod; channels: Channel[] }[] =>
  PAYMENT_METHODS.map((method) => ({
    method,
    channels: CHANNELS_OF[method].filter((channel) => channels.includes(channel)),
  })).filter((offered) => offered.channels.length > 0)

/**
 * The channel that a checkout asks for; the method's first one where it asks for none.
 * @throws {ApiError} 422 for a method or channel that is not offered
 */
export const channelFor = (
  settings: Settings,
  method: PaymentMethod,
  asked: string | null,
): Channel => {
  const offered = offeredMethods(settings).find((one) => one.method === method)
  if (!offered) throw channelUnknown('payment_method')
  const channel = offered.channels.find((one) => asked === null || one === asked)
  if (!channel) throw channelUnknown('channel')
  return channel
}
