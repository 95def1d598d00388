import { beforeAll, describe, expect, it } from 'vitest'

import { contractOf } from '@/lib/contract'
import { panelParts } from '@/lib/panel/addToPanel'
import * as general from '@/lib/refusals'
import { makeObat } from '@/plugins/pharmacy/testing'

import { api } from '../support/api'
import { apotek, atDesk, person, placed, stockOf } from '../support/apotek'
import type { Generated } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

type Language = 'en' | 'id'

let admin: Person
let patient: Person
let obat: number

beforeAll(async () => {
  admin = await person('admin')
  patient = await person('patient')
  obat = (await makeObat(await testPayload(), { name: 'Sirup 60 ml', stock: 3 })).id
})

/** A POST as the panel sends it in a language, or as an API client does. */
const post = async (
  path: string,
  body: unknown,
  language: Language | null,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: Generated<unknown> }> => {
  const cookie = language ? { cookie: `payload-lng=${language}` } : {}
  return api('POST', path, { token: admin.token, body, headers: { ...cookie, ...headers } })
}

const messagesOf = async (...[path, body, language]: Parameters<typeof post>) => {
  const { errors } = (await post(path, body, language)).body
  const fields = (errors[0]?.data?.errors ?? []) as unknown as { message: string }[]
  return [errors[0]?.message, ...fields.map(({ message }) => message)]
}

describe('refusals, to the panel and to API clients', () => {
  it('says in the panel’s language what a hook refuses', async () => {
    const order = { items: [{ obat, quantity: 7 }] }
    expect(await messagesOf('/orders', order, null)).toEqual([
      'Stok tidak mencukupi',
      'Stok Sirup 60 ml tinggal 3, diminta 7.',
    ])
    expect(await messagesOf('/orders', order, 'id')).toEqual([
      'Stok tidak mencukupi.',
      'Stok Sirup 60 ml tinggal 3, diminta 7.',
    ])
    expect(await messagesOf('/orders', order, 'en')).toEqual([
      'There is not enough stock.',
      'Sirup 60 ml: 3 left, 7 asked for.',
    ])
    expect(await stockOf(obat)).toBe(3)
  })

  it('says it again in the language of whoever repeats the request', async () => {
    const order = { items: [{ obat, quantity: 8 }] }
    const key = { 'Idempotency-Key': 'languages' }
    const first = await post('/orders', order, 'en', key)
    expect(first.body.errors[0]?.message).toBe('There is not enough stock.')
    const again = await post('/orders', order, null, key)
    expect(again.body.errors[0]?.message).toBe('Stok tidak mencukupi')
    expect((await post('/orders', order, 'id', key)).body.errors[0]?.message).toBe(
      'Stok tidak mencukupi.',
    )
  })

  it('says in the panel’s language what a field refuses', async () => {
    const wrong = { name: 'Obat', price: 0.5 }
    const [, id] = await messagesOf('/obat', wrong, 'id')
    const [, en] = await messagesOf('/obat', wrong, 'en')
    expect([id, en]).toEqual(['Harus bilangan bulat.', 'This must be a whole number.'])
  })

  it('says in the panel’s language what a named operation refuses, and not to contract clients', async () => {
    const { id } = await placed(patient, [{ obat_id: obat, quantity: 1 }])
    expect((await atDesk(admin, 'confirm-payment', id)).status).toBe(200)
    const path = `/orders/${id}/confirm-payment`
    expect(await messagesOf(path, {}, null)).toEqual(['Order already paid'])
    expect(await messagesOf(path, {}, 'id')).toEqual(['Order ini sudah dibayar.'])
    expect(await messagesOf(path, {}, 'en')).toEqual(['This order is paid already.'])

    const contract = await apotek('POST', `/cashier/orders/${id}/confirm-payment`, {
      token: admin.token,
      headers: { cookie: 'payload-lng=en' },
    })
    expect(contract.body).toEqual({ success: false, message: 'Order already paid' })
  })

  it('has words for everything that the house says it refuses', async () => {
    const { config, collections } = await testPayload()
    const endpoints = [
      ...config.endpoints,
      ...Object.values(collections).flatMap((one) => one.config.endpoints || []),
    ]
    const contracts = endpoints.flatMap((one) => contractOf(one) ?? [])
    const hooks = Object.values(
      config.custom?.refusals as Record<string, Record<string, (() => Error)[]>>,
    ).flatMap((operations) => Object.values(operations).flat())
    const ofPanel = contracts.filter(({ envelope }) => envelope.speaksPanelLanguage)
    expect(ofPanel.length).toBeGreaterThan(0)
    const said = [
      ...Object.values(general).map((make) => make()),
      ...hooks.map((make) => make()),
      ...ofPanel.flatMap(({ refusals = [] }) => refusals.map((make) => make())),
    ]
    const { refusals } = panelParts(config)
    expect(said.map(({ message }) => message).filter((one) => !refusals[one])).toEqual([])
  })
})
