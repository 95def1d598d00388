import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'

const IPV4_IN_IPV6 = /^::ffff:(?=\d+\.)/i
const WITH_PORT = /^(?:\[([^\]]+)\]|(\d+\.\d+\.\d+\.\d+))(?::\d+)?$/

const parseAddress = (text: string): string | null => {
  const bare = text.trim()
  const [, inBrackets, ipv4] = WITH_PORT.exec(bare) ?? []
  const address = (inBrackets ?? ipv4 ?? bare).replace(IPV4_IN_IPV6, '')
  return isIP(address) ? address.toLowerCase() : null
}

/**
 * Who made the request: the socket's address or, behind a trusted proxy, the last entry of
 * X-Forwarded-For. That one the proxy wrote; all before it came from outside and may be invented.
 */
export const clientAddress = (
  incoming: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustProxy: boolean,
): string => {
  const socketAddress = parseAddress(incoming.socket.remoteAddress ?? '') ?? 'unknown'
  if (!trustProxy) return socketAddress
  const forwarded = [incoming.headers['x-forwarded-for'] ?? []].flat().join(',')
  return parseAddress(forwarded.split(',').at(-1) ?? '') ?? socketAddress
}
