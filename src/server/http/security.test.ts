import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'

import { describe, expect, it } from 'vitest'

import type { Area } from './security'
import { areaOf, createSecurityHeaders } from './security'

const paymentOrigin = 'https://app.midtrans.com'

const headersOf = (area: Area, options = { isHttps: true, isDevelopment: false }) => {
  const incoming = new IncomingMessage(new Socket())
  const outgoing = new ServerResponse(incoming)
  createSecurityHeaders({ ...options, paymentOrigin })(incoming, outgoing, area)
  return outgoing.getHeaders()
}

describe('security headers', () => {
  it('insist on HTTPS where the server has it, and only there', () => {
    expect(headersOf('page')['strict-transport-security']).toMatch(/^max-age=\d{7,}/)
    expect(headersOf('page')['content-security-policy']).toContain('upgrade-insecure-requests')
    const plain = headersOf('page', { isHttps: false, isDevelopment: false })
    expect(plain['strict-transport-security']).toBeUndefined()
    expect(plain['content-security-policy']).not.toContain('upgrade-insecure-requests')
  })

  it('let pictures of the API be shown on other origins, and pages not', () => {
    expect(headersOf('api')['cross-origin-resource-policy']).toBe('cross-origin')
    expect(headersOf('page')['cross-origin-resource-policy']).toBe('same-origin')
  })

  it('run nothing that the API answers', () => {
    expect(headersOf('api')['content-security-policy']).toBe(
      "default-src 'none';frame-ancestors 'self'",
    )
  })

  it("let forms lead to the gateway's page from bills, and from nothing else", () => {
    const formsOf = (area: Area) =>
      /form-action [^;]+/.exec(String(headersOf(area)['content-security-policy']))?.[0]
    expect(formsOf('bill')).toBe(`form-action 'self' ${paymentOrigin}`)
    for (const area of ['page', 'admin', 'reference'] as const) {
      expect(formsOf(area)).toBe("form-action 'self'")
    }
  })

  it("tell the gateway nothing of a bill's address", () => {
    expect(headersOf('bill')['referrer-policy']).toBe('strict-origin-when-cross-origin')
  })

  it('evaluate strings in development only', () => {
    const inDevelopment = headersOf('page', { isHttps: false, isDevelopment: true })
    expect(inDevelopment['content-security-policy']).toContain("'unsafe-eval'")
    for (const area of ['page', 'admin', 'api'] as const) {
      expect(headersOf(area)['content-security-policy']).not.toContain("'unsafe-eval'")
    }
  })

  it.each([
    ['/api', 'api'],
    ['/api/obat', 'api'],
    ['/api-docs', 'reference'],
    ['/admin', 'admin'],
    ['/admin/x', 'admin'],
    ['/administrator', 'page'],
    ['/', 'page'],
    ['/pemeriksaan/0198', 'bill'],
    ['/pemeriksaan', 'page'],
  ])('know %s as %s', (path, area) => {
    expect(areaOf(path)).toBe(area)
  })
})
