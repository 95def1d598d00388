import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

import { CLIENT_IP_HEADER } from '@/lib/clientIp'

import { clientAddress } from './clientAddress'
import { replaceHeader } from './incomingHeaders'

const REQUEST_ID_HEADER = 'x-request-id'

const FORWARDED = [
  'forwarded',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-port',
  'x-forwarded-proto',
  'x-real-ip',
]
const PLAUSIBLE_ID = /^[\w-]{8,64}$/

/**
 * What the server itself knows of a request, written over what it claims of itself: its id, and where
 * it comes from. Handlers read both as request headers.
 */
export const markArrival = (incoming: IncomingMessage, trustProxy: boolean): { id: string } => {
  const claimed = incoming.headers[REQUEST_ID_HEADER]
  const isCredible = trustProxy && typeof claimed === 'string' && PLAUSIBLE_ID.test(claimed)
  const id = isCredible ? claimed : randomUUID()
  const address = clientAddress(incoming, trustProxy)
  replaceHeader(incoming, REQUEST_ID_HEADER, id)
  replaceHeader(incoming, CLIENT_IP_HEADER, address)
  if (!trustProxy) for (const name of FORWARDED) replaceHeader(incoming, name)
  return { id }
}
