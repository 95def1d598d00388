import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiServer } from '../support/apiServer'
import { startApiServer } from '../support/apiServer'

const TOKEN = 'a token of the tests'

let server: ApiServer
beforeAll(async () => {
  server = await startApiServer({ env: { METRICS_TOKEN: TOKEN } })
})
afterAll(() => server.stop())

const ask = async (authorization?: string, method = 'GET') =>
  fetch(`http://127.0.0.1:${server.port}/metrics`, {
    method,
    headers: authorization ? { Authorization: authorization } : {},
  })

/** The value of one series; undefined: there is none. */
const valueOf = async (series: string): Promise<number | undefined> => {
  const text = await (await ask(`Bearer ${TOKEN}`)).text()
  const line = text.split('\n').find((each) => each.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

describe('/metrics', () => {
  it('is shown to whoever has the token, and to nobody else', async () => {
    const wrong = [undefined, TOKEN, 'Bearer', `Bearer ${TOKEN}x`, `Bearer ${TOKEN.slice(1)}`]
    for (const authorization of wrong) {
      const { status, headers } = await ask(authorization)
      expect([status, headers.get('www-authenticate')]).toEqual([401, 'Bearer'])
    }
    expect((await ask(`Bearer ${TOKEN}`, 'POST')).status).toBe(405)
    const answer = await ask(`Bearer ${TOKEN}`)
    expect(answer.status).toBe(200)
    expect(answer.headers.get('content-type')).toContain('text/plain')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    const text = await answer.text()
    expect(text).toContain('process_cpu_seconds_total')
    expect(text).toContain('\nsehat_sockets_connected 0')
  })

  it('counts requests by what they are about, whatever clients invent', async () => {
    for (let count = 0; count < 20; count += 1) {
      await server.call('GET', `/invented-${count}`)
      await server.call('GET', `/obat/${count}`)
    }
    const series = (route: string, status: number) =>
      `sehat_http_requests_total{method="GET",route="${route}",status="${status}"}`
    expect(await valueOf(series('api', 404))).toBe(20)
    expect(await valueOf(series('api/obat', 404))).toBe(20)
    expect(await (await ask(`Bearer ${TOKEN}`)).text()).not.toContain('invented')
    expect(await valueOf('sehat_http_request_duration_seconds_count{route="api/obat"}')).toBe(20)
  })

  it('is not there without a token in the configuration', async () => {
    const other = await startApiServer({ env: { METRICS_TOKEN: '' } })
    const answer = await fetch(`http://127.0.0.1:${other.port}/metrics`, {
      headers: { Authorization: 'Bearer ' },
    })
    await other.stop()
    expect(answer.status).toBe(404)
  })
})
