import type { IncomingMessage } from 'node:http'

import { describe, expect, it } from 'vitest'

import { clientIp } from '@/lib/clientIp'

import { markArrival } from './arrival'

const request = (headers: Record<string, string>, remoteAddress = '192.0.2.1'): IncomingMessage =>
  ({
    headers: { ...headers },
    rawHeaders: Object.entries(headers).flat(),
    socket: { remoteAddress },
  }) as never

const seen = (incoming: IncomingMessage): Headers => {
  const headers = new Headers()
  for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
    headers.append(incoming.rawHeaders[at]!, incoming.rawHeaders[at + 1]!)
  }
  // Next reads the one view, fetch Requests the other: they must not disagree.
  expect(Object.fromEntries(headers)).toEqual(incoming.headers)
  return headers
}

describe('markArrival', () => {
  it('tells handlers the address of the socket, whatever the request claims', () => {
    const incoming = request({
      'x-sehat-client-ip': '203.0.113.9',
      'x-forwarded-for': '203.0.113.9',
      'x-forwarded-host': 'evil.example',
      'x-real-ip': '203.0.113.9',
      forwarded: 'for=203.0.113.9',
      accept: '*/*',
    })
    markArrival(incoming, false)
    const headers = seen(incoming)
    expect(clientIp(headers)).toBe('192.0.2.1')
    expect([...headers.keys()].sort()).toEqual(['accept', 'x-request-id', 'x-sehat-client-ip'])
  })

  it.each([
    ['the only hop', '203.0.113.9', '203.0.113.9'],
    ['the last hop, which the proxy wrote', '198.51.100.7, 203.0.113.9', '203.0.113.9'],
    ['an address with a port', '203.0.113.9:4711', '203.0.113.9'],
    ['IPv6 in brackets', '[2001:DB8::1]:4711', '2001:db8::1'],
    ['IPv4 within IPv6', '::ffff:203.0.113.9', '203.0.113.9'],
    ['the socket when the hop is no address', 'unknown', '192.0.2.1'],
    ['the socket when there is none', '', '192.0.2.1'],
  ])('believes a trusted proxy: %s', (_name, forwarded, address) => {
    const incoming = request({ 'x-forwarded-for': forwarded })
    markArrival(incoming, true)
    expect(clientIp(seen(incoming))).toBe(address)
  })

  it('takes a request id from a trusted proxy only, and only a plausible one', () => {
    const id = 'load-balancer-4711'
    expect(markArrival(request({ 'x-request-id': id }), true).id).toBe(id)
    expect(markArrival(request({ 'x-request-id': id }), false).id).not.toBe(id)
    expect(markArrival(request({ 'x-request-id': 'a b\n' }), true).id).toMatch(/^[0-9a-f-]{36}$/)
  })

  it('says `local` for what did not come over HTTP', () => {
    expect(clientIp(new Headers())).toBe('local')
  })
})
