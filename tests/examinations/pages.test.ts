import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { Bill, Examinations } from './clinic'
import { LINE, openExaminations, SECRET_NOTES } from './clinic'

const NOBODYS = '0198c0de-0000-7000-8000-000000000000'
const FORM = 'application/x-www-form-urlencoded'

let clinic: Examinations
let bill: Bill
let page: string

beforeAll(async () => {
  clinic = await openExaminations('bill_pages')
  bill = await clinic.examine()
  page = `/pemeriksaan/${bill.id}`
})
afterAll(async () => {
  await clinic?.server.stop('SIGKILL')
})

/** As a browser that comes from elsewhere: by a link in a chat, or back from the gateway. */
const open = async (path: string, token = '') => {
  const response = await fetch(`${clinic.url}${path}`, {
    redirect: 'manual',
    headers: {
      'Sec-Fetch-Site': 'cross-site',
      ...(token ? { Cookie: `payload-token=${token}` } : {}),
    },
  })
  return { status: response.status, headers: response.headers, html: await response.text() }
}

const press = async (path: string, body: Record<string, string> = {}, headers = {}) => {
  const response = await fetch(`${clinic.url}${path}`, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'Content-Type': FORM, Origin: clinic.url, ...headers },
    body: new URLSearchParams(body).toString(),
  })
  return {
    status: response.status,
    location: response.headers.get('Location'),
    cookies: response.headers.getSetCookie(),
    text: await response.text(),
  }
}

describe("a bill's page", () => {
  it('shows number, date and total to whoever has the link, and nothing of the examination', async () => {
    for (const token of ['', clinic.other.token, clinic.cashier.token]) {
      const { status, html } = await open(page, token)
      expect(status).toBe(200)
      expect(html).toMatch(/PMR-\d{4}/)
      // The clinic's day, not the server's.
      expect(html).toContain('21 November 2026')
      expect(html).toContain('Rp 175.000')
      expect(html).toContain('Belum dibayar')
      for (const private_ of [LINE, SECRET_NOTES, 'Citra', 'Rina', 'notes']) {
        expect(html).not.toContain(private_)
      }
    }
  })

  it('shows the lines to its signed-in patient, who comes from elsewhere; never the notes', async () => {
    for (const path of [page, `${page}/confirmation`]) {
      const { html } = await open(path, clinic.patient.token)
      expect(html.includes(LINE)).toBe(path === page)
      expect(html).not.toContain(SECRET_NOTES)
    }
    expect((await open(page, clinic.patient.token)).html).toContain('dr. Rina Wijaya')
  })

  it('is kept by nobody, listed nowhere, and tells the gateway nothing of its address', async () => {
    for (const path of [page, `${page}/confirmation`]) {
      const { headers, html } = await open(path)
      expect(headers.get('Cache-Control')).toContain('no-store')
      expect(headers.get('Referrer-Policy')).toBe('strict-origin-when-cross-origin')
      expect(html).toContain('<meta name="robots" content="noindex, nofollow"/>')
      const policy = headers.get('Content-Security-Policy')
      expect(policy).toContain(`form-action 'self' ${clinic.server.midtransUrl};`)
    }
  })

  it.each([NOBODYS, 'x', '1', '%00', "'", `${NOBODYS}'`, '..%2f..%2fadmin', 'x'.repeat(300)])(
    'does not exist for an id that is nobody’s: %.20s',
    async (id) => {
      for (const path of [`/pemeriksaan/${id}`, `/pemeriksaan/${id}/confirmation`]) {
        expect((await open(path)).status).toBe(id === '%00' ? 400 : 404)
      }
    },
  )

  it('claims no payment that its address claims', async () => {
    const claim = '?order_id=INV-PMR-2026-0001&status_code=200&transaction_status=settlement'
    const { status, html } = await open(`${page}/confirmation${claim}`)
    expect(status).toBe(200)
    expect(html).toContain('Belum ada pembayaran')
    expect(html).not.toContain('Pembayaran berhasil')
  })
})

describe('signing in', () => {
  const pair = (password = clinic.patient.password) => ({ email: clinic.patient.email, password })

  it('leads on to where its reader wanted to go, with a cookie, without a script', async () => {
    const { status, location, cookies } = await press('/masuk/kirim', { ...pair(), lanjut: page })
    expect([status, location]).toEqual([303, page])
    const [, token] = /payload-token=([^;]+)/.exec(cookies.join()) ?? []
    expect((await open(page, token)).html).toContain(LINE)
    expect((await open('/masuk', token)).html).toContain('Citra Dewi')

    const out = await press('/masuk/keluar', {}, { Cookie: `payload-token=${token}` })
    expect([out.status, out.location]).toEqual([303, '/masuk'])
    expect((await open(page, token)).html).not.toContain(LINE)
  })

  it('leads nowhere else, whatever the link claims', async () => {
    for (const evil of ['//evil.example', '/\\evil.example', 'javascript:alert(1)']) {
      const { html } = await open(`/masuk?lanjut=${encodeURIComponent(evil)}`)
      expect(html).not.toContain('name="lanjut"')
      const { location } = await press('/masuk/kirim', { ...pair(), lanjut: evil })
      expect(location).toBe('/masuk')
    }
  })

  it('says what was wrong in the words of the API, and keeps what was typed', async () => {
    const { location, cookies } = await press('/masuk/kirim', { ...pair('salah'), lanjut: page })
    expect(location).toBe(`/masuk?${new URLSearchParams({ lanjut: page, gagal: '1' })}`)
    expect(cookies.join()).not.toContain('payload-token')
    const response = await fetch(`${clinic.url}${location}`, {
      headers: { Cookie: cookies[0]?.split(';')[0] ?? '' },
    })
    const html = await response.text()
    const asked = await fetch(`${clinic.url}/api/users/login`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': 'id' },
      body: JSON.stringify(pair('salah')),
    })
    const said = (await asked.json()) as { errors: { message: string }[] }
    expect(html).toContain(said.errors[0]?.message)
    expect(html).toContain(`value="${clinic.patient.email}"`)
    expect(html).not.toContain('salah"')
  })

  it('is not done by the form of another site, nor by one that is none', async () => {
    const elsewhere = { Origin: 'https://evil.example' }
    for (const headers of [elsewhere, { 'Content-Type': 'application/octet-stream' }]) {
      const { status, location, cookies } = await press('/masuk/kirim', pair(), headers)
      expect([status, location, cookies]).toEqual([303, '/masuk', []])
    }
    const endless = await press('/masuk/kirim', { ...pair(), lanjut: 'x'.repeat(10_000) })
    expect([endless.location, endless.cookies]).toEqual(['/masuk', []])
  })
})
