import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { beforeAll, describe, expect, it } from 'vitest'

import { api, graphql } from '../support/api'
import { person, placed, rows } from '../support/apotek'
import type { Person } from '../support/people'
import { doctorOf } from '../consultations/support'
import { insertObat } from './fixtures'

const SECRETS = /"(hash|salt|resetPassword\w*|loginAttempts|lockUntil|apiKey)"/

describe('what the API tells, and to whom', () => {
  let patient: Person
  let other: Person
  let cashier: Person
  let editor: Person
  let admin: Person

  beforeAll(async () => {
    admin = await person('admin')
    patient = await person('patient')
    other = await person('patient')
    cashier = await person('cashier')
    editor = await person('editor')
  })

  it.each(['run', 'handle-schedules'])('runs no jobs for anybody (%s)', async (action) => {
    for (const token of [undefined, patient.token, admin.token]) {
      // An id that no job has, of a collection that nobody reads.
      const { status } = await api('GET', `/payload-jobs/${action}`, { token })
      expect([403, 404]).toContain(status)
    }
  })

  it.each(['anonymous', 'patient'])('tells %s only the rights that they have', async (actor) => {
    const token = actor === 'patient' ? patient.token : undefined
    const { status, body } = await api('GET', '/access', { token })
    expect(status).toBe(200)
    const { collections = {}, canAccessAdmin } = body as {
      collections?: Record<string, unknown>
      canAccessAdmin?: boolean
    }
    expect(canAccessAdmin ?? false).toBe(false)
    const all = [
      ...['categories', 'news', 'redirects'],
      ...['agendas', 'courses', 'doctors', 'lesson-files', 'media', 'obat', 'obat-categories'],
      'users',
    ]
    const own = [
      ...['orders', 'payment-proofs', 'enrollments', 'agenda-registrations'],
      ...['transactions', 'notifications', 'prescriptions', 'pemeriksaan'],
      ...['consultations', 'messages', 'chat-files', 'assistant-conversations'],
    ]
    expect(Object.keys(collections).sort()).toEqual(
      [...all, ...(actor === 'patient' ? own : [])].sort(),
    )
  })

  it('tells everybody that there are users, and no more', async () => {
    const { body } = await api('GET', '/users/init')
    expect(body).toEqual({ initialized: true })
  })

  it('tells who is signed in, to them alone, and none of their secrets', async () => {
    expect((await api('GET', '/users/me')).body).toMatchObject({ user: null })
    for (const path of ['/users/me?depth=5', `/users/${patient.id}?showHiddenFields=true`]) {
      const { status, body } = await api('GET', path, { token: patient.token })
      expect(status).toBe(200)
      expect(JSON.stringify(body)).toContain(patient.email)
      expect(JSON.stringify(body)).not.toMatch(SECRETS)
    }
    const seen = await api('GET', `/users/${patient.id}?select[hash]=true&select[sessions]=true`, {
      token: cashier.token,
    })
    expect(JSON.stringify(seen.body)).not.toMatch(SECRETS)
    expect((seen.body as { sessions?: unknown[] }).sessions ?? []).toEqual([])
    const all = await api('GET', '/users?limit=100&depth=5', { token: admin.token })
    expect(JSON.stringify(all.body)).not.toMatch(SECRETS)
  })

  it.each([
    'hash',
    'salt',
    'resetPasswordToken',
    'resetPasswordExpiration',
    'sessions.id',
    'sessions.expiresAt',
  ])('lets nobody guess %s by filters', async (field) => {
    const asks = [
      ['/users', cashier],
      ['/users/count', cashier],
      ['/users', patient],
    ] as const
    for (const [path, { token }] of asks) {
      const { status } = await api('GET', `${path}?where[${field}][exists]=true`, { token })
      expect([path, [400, 403].includes(status)]).toEqual([path, true])
    }
    const through = `where[user.${field}][exists]=true`
    const { status } = await api('GET', `/orders?${through}`, { token: cashier.token })
    expect([400, 403]).toContain(status)
  })

  it.each(['hash', 'resetPasswordToken', 'sessions.id', 'email'])(
    'lets nobody guess the %s of others by an order of documents that name them',
    async (field) => {
      for (const path of [`paidBy.${field}`, `-user.${field}`, `user__${field}`]) {
        const asks = [
          `/orders?sort=${path}`,
          `/orders?sort=id,${path}`,
          `/orders/export?sort=${path}`,
        ]
        for (const ask of asks) {
          const { status } = await api('GET', ask, { token: cashier.token })
          expect([ask, status]).toEqual([ask, 400])
        }
      }
      const graph = await graphql(`{ Orders(sort: "user.${field}") { docs { id } } }`, {
        token: cashier.token,
      })
      expect(JSON.stringify(graph.body)).toContain('cannot be queried')
      const through = await api('GET', `/stock-movements?sort=order.user.${field}`, {
        token: cashier.token,
      })
      expect(through.status).toBe(400)
      const { status } = await api('GET', '/orders?sort=-user.email', { token: admin.token })
      expect(status).toBe(200)
    },
  )

  it.each(['hash', 'resetPasswordToken', 'sessions.id', 'email', 'role', 'name'])(
    'lets strangers spell out the %s of nobody whom a public document names',
    async (field) => {
      const doctor = await doctorOf()
      for (const filter of [
        `where[user.${field}][exists]=true`,
        `where[user__${field}][exists]=true`,
        `where[or][0][and][0][user.${field}][exists]=true`,
      ]) {
        for (const path of ['/doctors', '/doctors/count']) {
          const { status, body } = await api('GET', `${path}?${filter}`)
          expect([path, filter, status, JSON.stringify(body)]).toEqual([
            ...[path, filter, 400],
            expect.not.stringContaining(`"id":${doctor.id}`),
          ])
        }
      }
      const all = await api('GET', '/doctors?where[user][exists]=true')
      expect(all.status).toBe(200)
    },
  )

  it('lets nobody find staff through the documents that name them', async () => {
    const obat = await insertObat()
    await rows(
      `INSERT INTO stock_movements (obat_id, kind, quantity) VALUES ($1, 'opening', 10)`,
      obat,
    )
    const order = await placed(patient, [{ obat_id: obat, quantity: 1 }], {
      shipping_address: 'Jl. Contoh 1',
      payment_method: 'bank_transfer',
    })
    const confirmed = await api('POST', `/apotek/cashier/orders/${order.id}/confirm-payment`, {
      token: cashier.token,
    })
    expect(confirmed.status).toBe(200)
    await rows('UPDATE obat SET active = false WHERE id = $1', obat)

    const { status, body } = await api(
      'GET',
      `/orders/${order.id}?depth=5&populate[users][email]=true`,
      { token: patient.token },
    )
    expect(status).toBe(200)
    const text = JSON.stringify(body)
    expect(text).toContain(patient.email)
    expect(text).not.toContain(cashier.email)
    expect(body).toMatchObject({ paidBy: cashier.id, items: [{ obat }] })

    const graph = await graphql(
      `{ Order(id: ${order.id}) { paidBy { email } user { email } items { obat { name } } } }`,
      { token: patient.token },
    )
    expect(JSON.stringify(graph.body)).not.toContain(cashier.email)

    const found = await api('GET', `/orders?where[paidBy.email][equals]=${cashier.email}`, {
      token: patient.token,
    })
    expect((found.body as { docs?: unknown[] }).docs ?? []).toEqual([])
  })

  it('lets nobody find other patients by filters, or by what it says about rights', async () => {
    const found = await api('GET', `/users?where[email][equals]=${other.email}`, {
      token: patient.token,
    })
    expect(found.body).toMatchObject({ docs: [], totalDocs: 0 })
    const { body } = await api('POST', `/users/access/${other.id}`, {
      token: patient.token,
      body: {},
    })
    expect(body).toEqual({ fields: {} })
  })

  it('has no door that unlocks accounts, since none is ever locked', async () => {
    const body = { email: other.email }
    for (const token of [undefined, patient.token, admin.token]) {
      expect((await api('POST', '/users/unlock', { token, body })).status).toBe(404)
    }
    const { body: answer } = await graphql(`mutation { unlockUser(email: "${other.email}") }`, {
      token: patient.token,
    })
    expect(JSON.stringify(answer)).toContain('Cannot query field')
  })

  it('verifies nobody, since nobody is asked to', async () => {
    for (const id of ['x', 'null', '1']) {
      const { status } = await api('POST', `/users/verify/${id}`)
      expect(status).toBe(404)
    }
  })

  it('takes no way round by another method', async () => {
    const headers = { 'X-HTTP-Method-Override': 'GET' }
    const { body } = await api('POST', '/users', { headers, body: {} })
    expect(JSON.stringify(body)).not.toContain('@example.test')
  })

  it('fetches nothing that a client names', async () => {
    let visits = 0
    const trap = createServer((_request, response) => {
      visits += 1
      response.end('x')
    }).listen(0, '127.0.0.1')
    await once(trap, 'listening')
    const url = `http://127.0.0.1:${(trap.address() as AddressInfo).port}/gambar.jpg`
    const { token } = editor
    try {
      const answers = [
        await api('POST', '/media', { token, body: { url, filename: 'gambar.jpg', alt: 'x' } }),
        await api('GET', `/media/paste-url?src=${encodeURIComponent(url)}`, { token }),
        await api('GET', `/media/paste-url/1?src=${encodeURIComponent(url)}`, { token }),
        await api('GET', `/media/paste-url?src=${encodeURIComponent(url)}`),
      ]
      for (const { status } of answers) expect(status >= 400 && status < 500).toBe(true)
      expect(visits).toBe(0)
    } finally {
      trap.close()
    }
  })
})
