import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDatabase } from '../support/database'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import { ask, openRaw, post } from './client'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ databaseUrl: await createDatabase(`addresses_${process.pid}`) })
})
afterAll(async () => {
  await server.stop()
})

/** The first line and the body of the answer to these bytes. */
const askRaw = async (request: string): Promise<{ line: string; body: string }> => {
  const connection = openRaw(server)
  connection.write(request.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n'))
  const [head = '', body = ''] = (await connection.closed).split('\r\n\r\n')
  return { line: head.split('\r\n')[0] ?? '', body }
}

describe('addresses', () => {
  it.each([
    ['/api/nope', 404],
    ['/api/payload-migrations', 404],
    ['/api/apotek/nope', 404],
    ['/api', 404],
    ['/api/%', 400],
    ['/api/obat/%c3%28', 400],
    ['/api/obat?where[name][equals]=%00', 400],
    ['/api/obat?where=abc', 400],
    ['/api/obat?where=null', 400],
    ['/api/obat?where[name][near]=1,2', 400],
    ['/api/obat?limit=abc&page=-1&depth=x', 200],
    ['/api/obat/abc', 400],
  ])('%s is %i, in JSON', async (path, status) => {
    const answer = await ask(server, path)
    expect(answer.status).toBe(status)
    expect(answer.body).toEqual(expect.any(Object))
  })

  it('without end are 414', async () => {
    expect((await ask(server, `/api/obat?q=${'x'.repeat(9_000)}`)).status).toBe(414)
  })

  it('with doubled slashes are redirected within the site', async () => {
    const { status, headers } = await ask(server, '//evil.example//api')
    expect(status).toBe(308)
    expect(headers.get('location')).toBe('/evil.example/api')
  })

  it.each([
    ['an absolute address', 'GET http://evil.example/api/obat HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['a host that is none', 'GET /api/obat HTTP/1.1\r\nHost: a b\r\n\r\n', 400],
    ['an asterisk', 'OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['a method that is none', 'FOO /api HTTP/1.1\r\nHost: a\r\n\r\n', 400],
    ['a method that nobody needs', 'TRACE /api/obat HTTP/1.1\r\nHost: a\r\n\r\n', 405],
    ['endless headers', `GET /api HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
    ['no HTTP at all', '\u0016\u0003\u0001\r\n\r\n', 400],
  ])('survives %s', async (_name, request, status) => {
    const { line, body } = await askRaw(request)
    expect(line).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    expect(JSON.parse(body)).toEqual(expect.any(Object))
  })

  it('answers HEAD as GET, without the body', async () => {
    const { status, headers, body } = await ask(server, '/api/obat', { method: 'HEAD' })
    expect([status, body]).toEqual([200, ''])
    expect(Number(headers.get('content-length'))).toBeGreaterThan(2)
  })
})

describe('GraphQL', () => {
  const query = async (text: string) =>
    post(server, '/api/graphql', JSON.stringify({ query: text }))

  it('answers, and says what it has', async () => {
    expect((await query('{ Obats(limit: 1) { docs { id } } }')).body.data.Obats.docs).toEqual([])
    expect((await query('{ __schema { queryType { name } } }')).body.data.__schema).toBeDefined()
  })

  it.each([
    ['a document without end', `{ ${'__typename '.repeat(1_200)} }`],
    [
      'many logins at once',
      `mutation { ${Array.from({ length: 6 }, (_, i) => `a${i}: loginUser(email: "a", password: "b") { token }`).join(' ')} }`,
    ],
    ['a subscription', 'subscription { x }'],
  ])('refuses %s', async (_name, text) => {
    const { status, body } = await query(text)
    expect(status).toBeLessThan(500)
    expect(body.errors[0].message).toEqual(expect.any(String))
    expect(body.data).toBeUndefined()
  })
})
