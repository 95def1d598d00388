import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createDatabase } from '../support/database'
import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'
import { ask, JSON_TYPE, post } from './client'

let server: RunningServer
beforeAll(async () => {
  server = await startServer({ databaseUrl: await createDatabase(`bodies_${process.pid}`) })
})
afterAll(async () => {
  await server.stop()
})

describe('bodies', () => {
  const mebibyte = 'x'.repeat(1024 * 1024)
  const login = '/api/apotek/login'

  it.each([
    ['JSON', '/api/users', mebibyte + mebibyte, JSON_TYPE],
    ['GraphQL', '/api/graphql', mebibyte, JSON_TYPE],
    [
      'multipart',
      '/api/media',
      mebibyte.repeat(13),
      { 'Content-Type': 'multipart/form-data; boundary=x' },
    ],
  ])('that are declared too large are 413: %s', async (_name, path, body, headers) => {
    const answer = await post(server, path, body, headers)
    expect(answer.status).toBe(413)
    expect(answer.body.errors[0].message).toEqual(expect.any(String))
  })

  it('that turn out too large are 413', async () => {
    const stream = new ReadableStream({
      start(controller) {
        for (let sent = 0; sent < 3; sent += 1)
          controller.enqueue(new TextEncoder().encode(mebibyte))
        controller.close()
      },
    })
    const init = { method: 'POST', body: stream, headers: JSON_TYPE, duplex: 'half' }
    expect((await ask(server, login, init as RequestInit)).status).toBe(413)
  })

  it.each([
    ['half of it', '{"email":'],
    ['a null byte', '{"email":"a\\u0000"}'],
    ['nesting without end', `{"a":${'['.repeat(100_000)}${']'.repeat(100_000)}}`],
  ])('of malformed JSON are 400: %s', async (_name, body) => {
    const contract = await post(server, login, body)
    expect([contract.status, contract.body]).toEqual([
      400,
      { success: false, message: 'JSON tidak valid.' },
    ])
    const generated = await post(server, '/api/users', body)
    expect([generated.status, generated.body]).toEqual([
      400,
      { errors: [{ message: 'JSON tidak valid.' }] },
    ])
    expect((await post(server, '/api/graphql', body)).status).toBe(400)
  })

  it.each(['null', '[]', '"text"', '5'])('that are no object are 400: %s', async (body) => {
    expect((await post(server, '/api/users', body)).status).toBe(400)
    expect((await post(server, '/api/graphql', body)).status).toBe(400)
  })

  it.each([
    ['/api/users', 'text/plain'],
    ['/api/users', 'application/x-www-form-urlencoded'],
    [login, 'application/xml'],
    ['/api/graphql', 'application/graphql'],
    ['/api/graphql', 'multipart/form-data; boundary=x'],
  ])('that nobody reads are 415: %s, %s', async (path, type) => {
    expect((await post(server, path, 'a=b', { 'Content-Type': type })).status).toBe(415)
  })

  it.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    [
      'cut off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="a"\r\n\r\nb',
    ],
    [
      'with data that is no JSON',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="_payload"\r\n\r\n{bad\r\n--x--\r\n',
    ],
  ])('that are broken forms are 400: %s', async (_name, type, body) => {
    expect((await post(server, '/api/media', body, { 'Content-Type': type })).status).toBe(400)
  })

  it('may be missing', async () => {
    const answer = await ask(server, '/api/users/login', { method: 'POST' })
    expect(answer.status).toBe(400)
    expect(answer.body.errors[0].name).toBe('ValidationError')
  })

  it('may carry a search that is too long for an address', async () => {
    const answer = await post(server, '/api/obat', 'limit=1&depth=0', {
      'Content-Type': 'application/x-www-form-urlencoded',
      'X-Payload-HTTP-Method-Override': 'GET',
    })
    expect([answer.status, answer.body.limit]).toEqual([200, 1])
  })
})
