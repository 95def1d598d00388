import { createLocalReq } from 'payload'
import { describe, expect, it } from 'vitest'

import type { CardKind } from '@/lib/publicCard'
import { cardsOf } from '@/lib/publicCard'
import { makeObat } from '@/plugins/pharmacy/testing'

import { doctorOf } from '../consultations/support'
import { person, rows } from '../support/apotek'
import { insertAgenda, insertCourse } from '../support/courses'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

/** Asks for cards as a stranger, or as somebody. */
const asked = async (name: string, by?: Person) => {
  const payload = await testPayload()
  const kind = cardsOf(payload).find((one) => one.name === name) as CardKind
  const user = by && (await payload.findByID({ collection: 'users', id: by.id, depth: 0 }))
  const req = await createLocalReq(user ? { user } : {}, payload)
  return {
    find: async (key: string) => kind.find(req, key),
    findAll: async (...ids: (number | string)[]) => kind.findAll(req, ids),
  }
}

const slugOf = async (table: 'agendas' | 'courses', id: string): Promise<string> => {
  const [row] = await rows<{ slug: string }>(`SELECT slug FROM ${table} WHERE id = $1`, id)
  return row!.slug
}

const hold = async (agenda: string, status: string) => {
  const { id } = await person('patient')
  await rows(
    'INSERT INTO agenda_registrations (user_id, agenda_id, status) VALUES ($1, $2, $3)',
    id,
    agenda,
    status,
  )
}

describe('public cards', () => {
  it('are of obat: price, class, whether there is any, whether it needs a prescription', async () => {
    const payload = await testPayload()
    const keras = await makeObat(payload, { price: 12_500, unit: 'strip', drugClass: 'keras' })
    const none = await makeObat(payload, { stock: 0 })
    const { find, findAll } = await asked('obat')
    expect(await find(String(keras.slug))).toEqual({
      title: keras.name,
      subtitle: 'Obat keras',
      text: null,
      picture: null,
      facts: [
        { label: 'Harga', value: 'Rp 12.500 per strip' },
        { label: 'Ketersediaan', value: 'Tersedia' },
        { label: 'Resep', value: 'Perlu resep dokter' },
      ],
      url: `/obat/${keras.slug}`,
      payment: null,
    })
    const all = await findAll(none.id, keras.id)
    expect(all.get(String(none.id))?.facts).toEqual([
      { label: 'Harga', value: 'Rp 5.000 per pcs' },
      { label: 'Ketersediaan', value: 'Stok habis' },
    ])
    expect(all.size).toBe(2)
  })

  it('are of nothing that is not on offer, whoever asks', async () => {
    const payload = await testPayload()
    const hidden = await makeObat(payload, { active: false })
    const draft = await insertCourse({ isPublished: false })
    const slug = await slugOf('courses', draft)
    for (const by of [undefined, await person('admin'), await person('patient')]) {
      const obat = await asked('obat', by)
      expect(await obat.find(String(hidden.slug))).toBeNull()
      expect((await obat.findAll(hidden.id)).size).toBe(0)
      const courses = await asked('kursus', by)
      expect(await courses.find(slug)).toBeNull()
      expect((await courses.findAll(draft)).size).toBe(0)
    }
  })

  it.each(['', 'tidak-ada', "'; --", '\u0000', 'x'.repeat(101), '99999999999', '-1', '1.5'])(
    'are of nothing at a strange address: %j',
    async (key) => {
      for (const name of ['obat', 'kursus', 'agenda', 'dokter']) {
        expect(await (await asked(name)).find(key)).toBeNull()
      }
    },
  )

  it('are of courses and agendas; of seats they tell how many are left, and not whose', async () => {
    const course = await insertCourse({ price: 0, lessons: [{}, {}] })
    const agenda = await insertAgenda({ capacity: 3, startsAt: '2099-01-01T02:00:00.000Z' })
    await hold(agenda, 'CONFIRMED')
    await hold(agenda, 'PENDING')
    await hold(agenda, 'CANCELLED')
    const full = await insertAgenda({ capacity: 1 })
    await hold(full, 'CONFIRMED')
    const endless = await insertAgenda()

    const courseCard = await (await asked('kursus')).find(await slugOf('courses', course))
    expect(courseCard?.facts).toEqual([
      { label: 'Harga', value: 'Gratis' },
      { label: 'Materi', value: '2 pelajaran' },
    ])
    const { find, findAll } = await asked('agenda')
    expect((await find(await slugOf('agendas', agenda)))?.facts).toEqual([
      { label: 'Waktu', value: 'Kamis, 01 Januari 2099 pukul 09.00' },
      { label: 'Tempat', value: 'Aula' },
      { label: 'Harga', value: 'Rp 100.000' },
      { label: 'Kuota', value: 'Sisa 1 tempat' },
    ])
    const seatsOf = async (id: string) =>
      (await findAll(id)).get(id)?.facts.find(({ label }) => label === 'Kuota')?.value
    expect([await seatsOf(full), await seatsOf(endless)]).toEqual(['Penuh', undefined])
  })

  it('are of doctors; who is on duty can be paid for', async () => {
    const onDuty = await doctorOf({ fee: 75_000 })
    const away = await doctorOf({ isOnDuty: false })
    const gone = await doctorOf({ active: false })
    const { find } = await asked('dokter')
    expect(await find(String(onDuty.id))).toMatchObject({
      title: onDuty.name,
      subtitle: 'Dokter umum',
      facts: [
        { label: 'Jadwal', value: 'Sedang praktik' },
        { label: 'Biaya konsultasi', value: 'Rp 75.000 per 30 menit' },
      ],
      url: `/dokter/${onDuty.id}`,
      payment: { body: { doctor_id: onDuty.id } },
    })
    expect(await find(String(away.id))).toMatchObject({
      facts: [{ value: 'Tidak sedang praktik' }, {}],
      payment: null,
    })
    expect(await find(String(gone.id))).toBeNull()
    // Their own, or an admin's: a page for the public shows what the public sees.
    expect(await (await asked('dokter', gone.user)).find(String(gone.id))).toBeNull()
  })
})
