import { beforeAll, describe, expect, it } from 'vitest'

import type { Obat, Order, Prescription } from '@/payload-types'
import { dayIn } from '@/lib/dayIn'
import { expireOrders } from '@/plugins/pharmacy/sweeper'
import { makeObat } from '@/plugins/pharmacy/testing'

import { graphql } from '../support/api'
import { apotek, atDesk, person, place, placed, rows, stockOf } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { Practice } from '../support/prescriptions'
import { outdate, practice, prescribe, usedOf } from '../support/prescriptions'

const SHORT = 'Resep tidak mencukupi'
const NEEDED = 'Obat ini memerlukan resep dokter'
const UNKNOWN = 'Resep tidak ditemukan'

describe('prescriptions', () => {
  let keras: Obat
  let other: Obat
  let free: Obat
  let doctor: Practice
  let cashier: Person

  beforeAll(async () => {
    const payload = await testPayload()
    keras = await makeObat(payload, { name: 'Amoksisilin', drugClass: 'keras', stock: 10_000 })
    other = await makeObat(payload, { name: 'Deksametason', drugClass: 'keras', stock: 10_000 })
    free = await makeObat(payload, { name: 'Parasetamol', stock: 10_000 })
    doctor = await practice()
    cashier = await person('cashier')
  })

  const line = ({ id }: Pick<Obat, 'id'>, quantity: number) => ({ obat: id, quantity })
  const order = async (
    by: Person,
    lines: { obat: number; quantity: number }[],
    more: Record<string, unknown> = {},
  ) => {
    const items = lines.map(({ obat, quantity }) => ({ obat_id: obat, quantity }))
    const { status, body } = await place(by, items, more)
    return {
      status,
      id: body.data?.id,
      message: body.message,
      why: Object.values(body.errors ?? {}).flat(),
    }
  }
  const prescriptionOf = async (id: number): Promise<number | null> => {
    const [row] = await rows<{ prescription_id: number | null }>(
      'SELECT prescription_id FROM orders WHERE id = $1',
      id,
    )
    return row!.prescription_id
  }

  describe('when they are issued', () => {
    it('are valid to the end of the thirtieth day after', async () => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 3)])
      const payload = await testPayload()
      const found = await payload.findByID({ collection: 'prescriptions', id, depth: 0 })
      expect(found).toMatchObject({
        patient: patient.id,
        doctor: doctor.doctor.id,
        doctorName: doctor.doctor.name,
        issuedBy: doctor.person.id,
        items: [{ obat: keras.id, quantity: 3, used: 0, dose: '3 × 1 sesudah makan', note: null }],
      })
      const zone = payload.config.admin.timezones.defaultTimezone
      const days = (from: string, count: number) =>
        dayIn(zone, new Date(new Date(from).getTime() + count * 24 * 60 * 60 * 1000))
      const { validUntil, createdAt } = found
      expect(dayIn(zone, new Date(validUntil))).toBe(days(createdAt, 30))
      expect(dayIn(zone, new Date(new Date(validUntil).getTime() + 1))).toBe(days(createdAt, 31))
    })

    it.each([
      ['no lines', () => [], 'items'],
      ['too many lines', () => Array.from({ length: 21 }, () => line(keras, 1)), 'items'],
      ['obat that does not exist', () => [line({ id: 2_000_000_000 }, 1)], 'items.0.obat'],
      ['an id that none can have', () => [line({ id: 1e12 }, 1)], 'items.0.obat'],
      ['an obat twice', () => [line(keras, 1), line(free, 1), line(keras, 2)], 'items.2.obat'],
      ['nothing of it', () => [line(keras, 0)], 'items.0.quantity'],
      ['a part of a piece', () => [line(keras, 1.5)], 'items.0.quantity'],
      ['too much of it', () => [line(keras, 10_001)], 'items.0.quantity'],
      ['no dose', () => [{ ...line(keras, 1), dose: ' ' }], 'items.0.dose'],
      ['a novel for a dose', () => [{ ...line(keras, 1), dose: 'x'.repeat(501) }], 'items.0.dose'],
      ['a novel for a note', () => [{ ...line(keras, 1), note: 'x'.repeat(501) }], 'items.0.note'],
    ])('refuse %s', async (_what, items, field) => {
      const patient = await person('patient')
      await expect(prescribe(doctor, patient, items())).rejects.toMatchObject({
        status: 422,
        details: { errors: { [field]: [expect.any(String)] } },
      })
      expect(await rows('SELECT 1 FROM prescriptions WHERE patient_id = $1', patient.id)).toEqual(
        [],
      )
    })

    it('refuse obat that is not on sale', async () => {
      const hidden = await makeObat(await testPayload(), { active: false })
      await expect(
        prescribe(doctor, await person('patient'), [line(keras, 1), line(hidden, 1)]),
      ).rejects.toMatchObject({ details: { errors: { 'items.1.obat': [expect.any(String)] } } })
    })
  })

  describe('when a patient orders', () => {
    it('let them have obat keras up to the quantity, each piece once', async () => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 3)])
      const first = await order(patient, [line(keras, 2), line(free, 5)])
      expect([first.status, await prescriptionOf(first.id)]).toEqual([201, id])
      expect(await usedOf(id)).toEqual([2])
      const before = await stockOf(keras.id)
      const more = await order(patient, [line(keras, 2)])
      expect(more).toMatchObject({
        status: 400,
        message: SHORT,
        why: ['Amoksisilin: sisa resep 1, diminta 2.'],
      })
      expect((await order(patient, [line(keras, 1)])).status).toBe(201)
      expect(await order(patient, [line(keras, 1)])).toMatchObject({ status: 400, message: SHORT })
      expect([await usedOf(id), await stockOf(keras.id)]).toEqual([[3], before - 1])
    })

    it('add up lines of the same obat', async () => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 3)])
      const refused = await order(patient, [line(keras, 2), line(keras, 2)])
      expect(refused).toMatchObject({ status: 400, message: SHORT })
      expect((await order(patient, [line(keras, 2), line(keras, 1)])).status).toBe(201)
      expect(await usedOf(id)).toEqual([3])
    })

    it('give nothing that is not on them', async () => {
      const patient = await person('patient')
      await prescribe(doctor, patient, [line(keras, 3)])
      const refused = await order(patient, [line(keras, 1), line(other, 1)])
      expect(refused).toMatchObject({
        status: 400,
        message: NEEDED,
        why: ['Deksametason: memerlukan resep dokter.'],
      })
    })

    it('are chosen by what they have, those that end first before the others', async () => {
      const patient = await person('patient')
      const late = await prescribe(doctor, patient, [line(keras, 5)])
      const early = await prescribe(doctor, patient, [line(keras, 5)])
      await rows(
        `UPDATE prescriptions SET valid_until = now() + interval '1 day' WHERE id = $1`,
        early,
      )
      expect(await prescriptionOf((await order(patient, [line(keras, 4)])).id)).toBe(early)
      expect(await prescriptionOf((await order(patient, [line(keras, 4)])).id)).toBe(late)
      expect(await prescriptionOf((await order(patient, [line(keras, 1)])).id)).toBe(early)
      expect([await usedOf(early), await usedOf(late)]).toEqual([[5], [4]])
    })

    it('are used one at a time', async () => {
      const patient = await person('patient')
      await prescribe(doctor, patient, [line(keras, 1)])
      await prescribe(doctor, patient, [line(other, 1)])
      expect(await order(patient, [line(keras, 1), line(other, 1)])).toMatchObject({
        status: 400,
        message: SHORT,
      })
      expect((await order(patient, [line(keras, 1)])).status).toBe(201)
      expect((await order(patient, [line(other, 1)])).status).toBe(201)
    })

    it('also count what would need none, as far as they reach', async () => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 2), line(free, 4)])
      expect((await order(patient, [line(free, 1)])).status).toBe(201)
      expect(await usedOf(id)).toEqual([0, 0])
      expect((await order(patient, [line(keras, 1), line(free, 10)])).status).toBe(201)
      expect(await usedOf(id)).toEqual([1, 4])
    })
  })

  describe('that an order names', () => {
    it('are drawn on, through every door', async () => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 9)])
      const contract = await order(patient, [line(keras, 1)], { prescription_id: id })
      expect(await prescriptionOf(contract.id)).toBe(id)
      const generated = await rest<Order>('POST', '/orders', patient, {
        items: [line(keras, 2)],
        prescription: id,
      })
      expect(generated.body.doc).toMatchObject({ prescription: { id } })
      const { body } = await graphql(
        `
          mutation ($data: mutationOrderInput!) {
            createOrder(data: $data) {
              prescription {
                id
              }
            }
          }
        `,
        {
          token: patient.token,
          variables: { data: { items: [line(keras, 3)], prescription: id } },
        },
      )
      expect(body).toMatchObject({ data: { createOrder: { prescription: { id } } } })
      expect(await usedOf(id)).toEqual([6])
    })

    it('are refused when they are unknown, somebody else’s, or no id at all', async () => {
      const patient = await person('patient')
      const foreign = await prescribe(doctor, await person('patient'), [line(keras, 3)])
      await prescribe(doctor, patient, [line(keras, 3)])
      for (const prescription of [foreign, 2_000_000_000]) {
        expect(
          await order(patient, [line(keras, 1)], { prescription_id: prescription }),
        ).toMatchObject({ status: 400, message: UNKNOWN })
      }
      for (const prescription of [
        foreign,
        0,
        -1,
        1.5,
        'x',
        true,
        {},
        [foreign],
        { id: foreign },
        1e20,
      ]) {
        const { status, body } = await rest('POST', '/orders', patient, {
          items: [line(keras, 1)],
          prescription,
        })
        expect([prescription, status, body.errors?.[0]?.message]).toEqual([
          prescription,
          400,
          UNKNOWN,
        ])
      }
      expect(await usedOf(foreign)).toEqual([0])
      const odd = await place(patient, [{ obat_id: keras.id, quantity: 1 }], {
        prescription_id: 'x',
      })
      expect(odd.status).toBe(422)
    })

    it('are refused out of date, used up, and when they have nothing of the order', async () => {
      const patient = await person('patient')
      const old = await prescribe(doctor, patient, [line(keras, 3)])
      await outdate(old)
      const named = { prescription_id: old }
      expect(await order(patient, [line(keras, 1)], named)).toMatchObject({
        status: 400,
        message: 'Resep sudah tidak berlaku',
      })
      expect(await order(patient, [line(keras, 1)])).toMatchObject({ status: 400, message: NEEDED })

      const used = await prescribe(doctor, patient, [line(keras, 1)])
      await order(patient, [line(keras, 1)])
      expect(await order(patient, [line(keras, 1)], { prescription_id: used })).toMatchObject({
        message: SHORT,
        why: ['Amoksisilin: sisa resep 0, diminta 1.'],
      })
      for (const obat of [other, free]) {
        expect(await order(patient, [line(obat, 1)], { prescription_id: used })).toMatchObject({
          status: 400,
          message: SHORT,
          why: [`${obat.name}: tidak ada di resep ini.`],
        })
      }
    })
  })

  describe('of an order that is cancelled', () => {
    const ordered = async (by?: Person) => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 3), line(free, 1)])
      const named = by ? { prescription_id: id } : {}
      const made = await order(by ?? patient, [line(keras, 2), line(free, 2)], named)
      expect(await usedOf(id)).toEqual([2, 1])
      return { patient, id, made: made.id }
    }

    it('can be used again, once', async () => {
      const { patient, id, made } = await ordered()
      await apotek('POST', `/orders/${made}/cancel`, { token: patient.token })
      expect(await usedOf(id)).toEqual([0, 0])
      await apotek('POST', `/orders/${made}/cancel`, { token: patient.token })
      expect(await usedOf(id)).toEqual([0, 0])
      expect((await order(patient, [line(keras, 3)])).status).toBe(201)
      expect(await usedOf(id)).toEqual([3, 0])
    })

    it('can be used again after the desk has cancelled it, paid or not', async () => {
      const open = await ordered()
      await atDesk(cashier, 'cancel', open.made, { reason: 'x' })
      expect(await usedOf(open.id)).toEqual([0, 0])
      const paid = await ordered()
      await atDesk(cashier, 'confirm-payment', paid.made)
      await atDesk(cashier, 'cancel', paid.made, { reason: 'x' })
      expect(await usedOf(paid.id)).toEqual([0, 0])
    })

    it('can be used again after a sale at the counter was taken back', async () => {
      const { id, made } = await ordered(cashier)
      await atDesk(cashier, 'complete', made)
      await atDesk(cashier, 'cancel', made, { reason: 'x' })
      expect(await usedOf(id)).toEqual([0, 0])
    })

    it('can be used again after its time was over', async () => {
      const { id, made } = await ordered()
      await rows(`UPDATE orders SET expires_at = now() - interval '1 second' WHERE id = $1`, made)
      await expireOrders(await testPayload())
      expect(await usedOf(id)).toEqual([0, 0])
    })

    it('give back what was taken of them, whatever became of the obat meanwhile', async () => {
      const payload = await testPayload()
      const changing = await makeObat(payload, { drugClass: 'keras' })
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(changing, 2)])
      const made = await order(patient, [line(changing, 2)])
      await payload.update({
        collection: 'obat',
        id: changing.id,
        data: { drugClass: 'bebas', active: false },
      })
      await apotek('POST', `/orders/${made.id}/cancel`, { token: patient.token })
      expect(await usedOf(id)).toEqual([0])
    })
  })

  describe('at the desk', () => {
    it('take the place of one on paper', async () => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 3)])
      expect(await order(cashier, [line(keras, 1)])).toMatchObject({ status: 400, message: NEEDED })
      const sale = { items: [line(keras, 2)], paymentMethod: 'cash' }
      const sold = await rest<Order>('POST', '/orders/counter-sale', cashier, {
        ...sale,
        prescription: id,
      })
      expect(sold.body.doc).toMatchObject({ status: 'completed', prescription: id })
      expect(await usedOf(id)).toEqual([2])
      const short = { prescription_id: id }
      expect(await order(cashier, [line(keras, 2)], short)).toMatchObject({ message: SHORT })
      const seen = await order(cashier, [line(keras, 2)], { ...short, prescription_seen: true })
      expect([seen.status, await usedOf(id)]).toEqual([201, [3]])
    })

    it('belong to the account that the order names', async () => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 3)])
      const items = [line(keras, 1)]
      const forOther = { items, user: (await person('patient')).id, prescription: id }
      const refused = await rest('POST', '/orders', cashier, forOther)
      expect([refused.status, refused.body.errors[0]!.message]).toEqual([400, UNKNOWN])
      const own = { items, user: patient.id, prescription: id }
      expect((await rest('POST', '/orders', cashier, own)).status).toBe(201)
      expect(await usedOf(id)).toEqual([1])
    })

    it('are not drawn on without being named', async () => {
      const patient = await person('patient')
      const id = await prescribe(doctor, patient, [line(keras, 3)])
      const made = await order(cashier, [line(keras, 1)], { prescription_seen: true })
      expect([made.status, await prescriptionOf(made.id), await usedOf(id)]).toEqual([
        201,
        null,
        [0],
      ])
    })
  })

  it('are read by their patient, by who issued them and by the desk, over REST and GraphQL', async () => {
    const patient = await person('patient')
    const id = await prescribe(doctor, patient, [line(keras, 3)])
    const readers: [Person, number][] = [
      [patient, 200],
      [doctor.person, 200],
      [cashier, 200],
      [await person('admin'), 200],
      [await person('patient'), 404],
      [(await practice()).person, 404],
      [await person('editor'), 403],
    ]
    for (const [reader, expected] of readers) {
      const { status } = await rest<Prescription>('GET', `/prescriptions/${id}`, reader)
      expect([reader.name, status]).toEqual([reader.name, expected])
      const { body } = await graphql(
        `{ Prescription(id: ${id}) { doctorName items { quantity used dose obat { name } } } }`,
        { token: reader.token },
      )
      const data = (body as { data: { Prescription: unknown } }).data.Prescription
      if (expected === 200) {
        expect(data).toMatchObject({
          doctorName: doctor.doctor.name,
          items: [{ quantity: 3, used: 0, obat: { name: 'Amoksisilin' } }],
        })
      } else expect(data).toBeNull()
    }
    const listed = await rest<Prescription>('GET', '/prescriptions', patient)
    expect(listed.body.docs.map((doc) => doc.id)).toEqual([id])
  })

  it('are changed by nobody: the database keeps what was written', async () => {
    const patient = await person('patient')
    const id = await prescribe(doctor, patient, [line(keras, 3)])
    const of = `WHERE _parent_id = ${id}`
    await rows(`UPDATE prescriptions_items SET quantity = 100, obat_id = ${free.id} ${of}`)
    expect(await rows(`SELECT quantity::int, obat_id FROM prescriptions_items ${of}`)).toEqual([
      { quantity: 3, obat_id: keras.id },
    ])
    for (const statement of [
      `UPDATE prescriptions_items SET used = 4 ${of}`,
      `UPDATE prescriptions_items SET used = -1 ${of}`,
      `DELETE FROM prescriptions_items ${of}`,
      `DELETE FROM prescriptions WHERE id = ${id}`,
    ]) {
      await expect(rows(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^23/) })
    }
    for (const by of [patient, doctor.person, cashier, await person('admin')]) {
      expect((await rest('PATCH', `/prescriptions/${id}`, by, { doctorName: 'x' })).status).toBe(
        403,
      )
      expect((await rest('DELETE', `/prescriptions/${id}`, by)).status).toBe(403)
      expect((await rest('POST', '/prescriptions', by, {})).status).toBe(403)
    }
    expect(await placed(patient, [{ obat_id: keras.id, quantity: 3 }])).toMatchObject({
      status: 'pending',
    })
  })
})
