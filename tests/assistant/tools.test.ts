import { beforeAll, describe, expect, it } from 'vitest'

import { optionsOf } from '@/plugins/assistant/options'
import { databaseOf, makeDoctor } from '@/plugins/consultations/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Clinic, Patient } from './knowledge'
import { ask, insertClinic, insertPatient, richText, unique } from './knowledge'

let clinic: Clinic
let patient: Patient

beforeAll(async () => {
  clinic = await insertClinic()
  patient = await insertPatient(clinic.doctor.id)
})

describe('what the assistant may look up', () => {
  it('is described to the model, each by a name of its own', async () => {
    const { tools } = optionsOf({ payload: await testPayload() })
    const names = tools.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    for (const { name, description } of tools) {
      expect(name).toMatch(/^[a-z_]{3,40}$/)
      expect(description.length).toBeGreaterThan(40)
    }
  })

  it('are obat, as the shop shows them', async () => {
    const { result, sources } = await ask(null, 'search_obat', { words: clinic.word })
    const [shown] = (await rest('GET', `/obat?where[name][contains]=${clinic.word}`)).body
      .docs as never as { slug: string; price: number; stock: number }[]
    expect(result).toEqual({
      found: 1,
      obat: [
        {
          name: `Terlihat ${clinic.word}`,
          priceRupiah: shown?.price,
          unit: 'pcs',
          stock: shown?.stock,
          drugClass: 'keras',
          requiresPrescription: true,
          bpomNumber: null,
          description: null,
          url: `/obat/${shown?.slug}`,
        },
      ],
    })
    expect(shown).toMatchObject({ price: 12_500, stock: 7 })
    expect(sources).toEqual([{ title: `Terlihat ${clinic.word}`, url: `/obat/${shown?.slug}` }])
  })

  it('are obat by category, class and what is in stock', async () => {
    const payload = await testPayload()
    const word = unique()
    const { id: category } = await payload.create({
      collection: 'obat-categories',
      data: { name: `Kategori ${word}` },
    })
    await makeObat(payload, { name: `A ${word}`, category, stock: 0 })
    await makeObat(payload, {
      name: `B ${unique()}`,
      category,
      description: richText('Simpan di tempat sejuk.'),
    })
    await makeObat(payload, { name: `C ${word}`, category, drugClass: 'bebas-terbatas' })
    const names = async (args: object) => {
      const { result } = await ask(null, 'search_obat', { words: word, ...args })
      return (result.obat as { name: string }[]).map(({ name }) => name[0])
    }
    // Those with the word in their name come first.
    expect(await names({})).toEqual(['A', 'C', 'B'])
    expect(await names({ inStockOnly: true })).toEqual(['C', 'B'])
    expect(await names({ drugClass: 'bebas-terbatas' })).toEqual(['C'])
    expect(await names({ limit: 1 })).toEqual(['A'])
    expect(await names({ words: `SEJUK ${word}` })).toEqual(['B'])
    expect(await names({ words: `kategori ${word}` })).toEqual(['A', 'C', 'B'])
    expect(await names({ words: `paragraph ${word}` })).toEqual([])
    const { result } = await ask(null, 'search_obat', { words: `sejuk ${word}` })
    expect((result.obat as { description: string | null }[])[0]?.description).toBe(
      'Simpan di tempat sejuk.',
    )
  })

  it('are own orders, with what was ordered', async () => {
    const { result } = await ask(patient, 'own_orders')
    expect(result).toMatchObject({
      found: 1,
      orders: [
        {
          number: patient.order,
          status: 'pending',
          totalRupiah: 10_000,
          items: [{ name: patient.obat, quantity: 2, subtotalRupiah: 10_000 }],
        },
      ],
    })
    expect((await ask(patient, 'own_orders', { status: 'completed' })).result.found).toBe(0)
  })

  it('are own payments, without what the gateway knows', async () => {
    const { result } = await ask(patient, 'own_transactions')
    expect(result).toMatchObject({
      found: 1,
      transactions: [{ invoice: patient.invoice, status: 'PENDING', amountRupiah: 14_000 }],
    })
    expect(JSON.stringify(result)).not.toMatch(/token|redirect|gateway|review/i)
  })

  it('are own bills, with their pages, and never notes', async () => {
    const { result, sources } = await ask(patient, 'own_bills', { unpaidOnly: true })
    const url = `/pemeriksaan/${patient.bill.id}`
    expect(result).toMatchObject({
      found: 1,
      bills: [{ totalRupiah: patient.bill.total, isPaid: false, paidAt: null, url }],
    })
    expect(sources[0]?.url).toBe(url)
    expect(JSON.stringify(result)).not.toContain(patient.notes)
    // As payments write it: the database lets nobody else say that a bill is paid.
    await rows(
      `UPDATE pemeriksaan SET dibayar = true, paid_at = now()
        WHERE id = $1 AND set_config('sehat.bill', $1, true) IS NOT NULL`,
      patient.bill.id,
    )
    expect((await ask(patient, 'own_bills', { unpaidOnly: true })).result.found).toBe(0)
    expect((await ask(patient, 'own_bills')).result).toMatchObject({ bills: [{ isPaid: true }] })
  })

  it('are doctors: those on duty first, or only those', async () => {
    const word = unique()
    const database = databaseOf(await testPayload())
    const login = async () => (await person('doctor')).id
    const away = await makeDoctor(database, {
      user: await login(),
      name: `dr. A ${word}`,
      isOnDuty: false,
    })
    const there = await makeDoctor(database, {
      user: await login(),
      name: `dr. B ${word}`,
      fee: 40_000,
    })
    const all = await ask(null, 'doctors_on_duty', { words: word })
    expect(all.result).toMatchObject({
      doctors: [
        {
          name: there.name,
          isOnDuty: true,
          feeRupiah: 40_000,
          minutes: 30,
          url: `/dokter/${there.id}`,
        },
        { name: away.name, isOnDuty: false, nextAvailableAt: null },
      ],
    })
    const now = await ask(null, 'doctors_on_duty', { words: word, onlyNow: true })
    expect(now.sources).toEqual([{ title: there.name, url: `/dokter/${there.id}` }])
  })

  it('are pages where a consultation is started; nothing is started', async () => {
    const before = await rows('SELECT id FROM transactions')
    const { id, name } = clinic.doctor
    for (const doctor of [name, String(id)]) {
      const { result, sources } = await ask(patient, 'start_consultation', { doctor })
      expect(result.doctors).toMatchObject([{ name, feeRupiah: 50_000 }])
      expect(sources).toEqual([{ title: name, url: `/dokter/${id}` }])
    }
    expect((await ask(null, 'start_consultation', { doctor: unique() })).result.doctors).toEqual([])
    expect(await rows('SELECT id FROM transactions')).toHaveLength(before.length)
  })

  it('are published courses, agendas that have not begun, and published articles', async () => {
    const { word } = clinic
    expect((await ask(null, 'search_courses', { words: word })).result).toMatchObject({
      found: 1,
      courses: [{ title: `Kursus terbit ${word}`, priceRupiah: 250_000 }],
    })
    expect((await ask(null, 'search_agendas', { words: word })).result).toMatchObject({
      found: 1,
      agendas: [{ title: `Agenda terbit ${word}`, freeSeats: 3, place: 'Aula' }],
    })
    const title = `Artikel terbit ${word}`
    expect((await ask(null, 'search_news', { words: word })).result).toMatchObject({
      articles: [{ title, excerpt: 'Ringkasan.' }],
    })
    const { result } = await ask(null, 'search_news', { limit: 10 })
    const titles = (result.articles as { title: string }[]).map((one) => one.title)
    expect(titles).toContain(title)
    expect(titles.filter((one) => one.endsWith(word))).toEqual([title])
  })

  it('is told in few rows, and asked for in few words', async () => {
    await expect(ask(null, 'search_obat', { limit: 11 })).rejects.toThrow(/limit/)
    await expect(ask(null, 'search_news', { words: 'x'.repeat(101) })).rejects.toThrow(/words/)
    expect(((await ask(null, 'search_obat')).result.obat as []).length).toBeLessThanOrEqual(5)
  })

  it.each(['search_obat', 'search_news', 'search_courses', 'search_agendas', 'doctors_on_duty'])(
    'takes any words: %s',
    async (name) => {
      for (const words of ['%', "'; DROP TABLE users;--", '\\', '"', ' ', '🙂', 'a\u0000b']) {
        expect(await ask(null, name, { words })).toHaveProperty('sources')
      }
    },
  )
})
