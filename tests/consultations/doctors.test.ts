import { DateTime } from 'luxon'
import { beforeAll, describe, expect, it } from 'vitest'

import { env } from '@/env'
import type { Doctor } from '@/payload-types'
import { DAYS } from '@/plugins/consultations/constants'
import { databaseOf, makeConsultation } from '@/plugins/consultations/testing'

import { api, graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { pauseNext, untilBlocked } from '../support/locks'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import { testSimulator } from '../support/simulator'
import { asked, databaseNow, doctorOf, setHours } from './support'

let admin: Person
beforeAll(async () => {
  await testPayload()
  admin = await person('admin')
})

const NEW = { name: 'dr. Baru', specialization: 'Dokter umum', fee: 60_000 }
const HOURS = [{ day: 'monday', startTime: '08:00', endTime: '12:00' }]

type Refused = { errors: { message: string; data?: { errors?: { path: string }[] } }[] }
const faultsOf = (body: unknown): [string | undefined, string[] | undefined] => {
  const [error] = (body as Refused).errors
  return [error?.message, error?.data?.errors?.map(({ path }) => path)]
}

const change = async (by: Person, id: number, data: Record<string, unknown>) =>
  rest<Doctor>('PATCH', `/doctors/${id}`, by, data)

describe('a doctor’s document', () => {
  it.each([0, 2.5, 51, -1])('has no %d places', async (maxConcurrent) => {
    const { id: user } = await person('doctor')
    const { status, body } = await rest('POST', '/doctors', admin, { ...NEW, user, maxConcurrent })
    expect([status, faultsOf(body)[1]]).toEqual([400, ['maxConcurrent']])
  })

  it('is made by an admin, for a login of a doctor, once', async () => {
    const login = await person('doctor')
    const { status, body } = await rest<Doctor>('POST', '/doctors', admin, {
      ...NEW,
      user: login.id,
      schedule: HOURS,
    })
    expect([status, body.doc.maxConcurrent, body.doc.active]).toEqual([201, 3, true])
    const again = await rest('POST', '/doctors', admin, { ...NEW, user: login.id })
    expect([again.status, ...faultsOf(again.body)]).toEqual([
      422,
      'Akun ini sudah dipakai dokter lain.',
      ['user'],
    ])
    for (const role of ['patient', 'cashier', 'admin'] as const) {
      const { id } = await person(role)
      const other = await rest('POST', '/doctors', admin, { ...NEW, user: id })
      expect([other.status, ...faultsOf(other.body)]).toEqual([
        422,
        'Akun ini bukan akun dokter.',
        ['user'],
      ])
    }
    for (const user of ['x', -1, 2_000_000_000, null, {}, [login.id]]) {
      const { status: refused } = await rest('POST', '/doctors', admin, { ...NEW, user })
      expect([400, 422]).toContain(refused)
    }
  })

  it('keeps hours that are real, in order and apart, and names the row that is not', async () => {
    const { id, user } = await doctorOf({ isOnDuty: false })
    const refused = async (data: Record<string, unknown>, path: string, message: string) => {
      for (const by of [admin, user]) {
        const { status, body } = await change(by, id, data)
        expect([status, ...faultsOf(body)]).toEqual([422, message, [path]])
      }
    }
    await refused(
      { schedule: [...HOURS, { day: 'friday', startTime: '22:00', endTime: '02:00' }] },
      'schedule.1.endTime',
      'Jadwal baris 2: jam yang melewati tengah malam ditulis sebagai dua baris: sampai 24:00, lalu mulai 00:00 hari berikutnya.',
    )
    await refused(
      { schedule: [...HOURS, { day: 'monday', startTime: '11:00', endTime: '13:00' }] },
      'schedule.1.startTime',
      'Jadwal baris 2: jamnya bertumpuk dengan baris 1.',
    )
    await refused(
      { overrides: [{ date: '2027-02-29', closed: true }] },
      'overrides.0.date',
      'Tanggal khusus baris 1: tanggal harus berbentuk YYYY-MM-DD dan ada.',
    )
    const english = await api('PATCH', `/doctors/${id}`, {
      token: user.token,
      body: { schedule: [{ day: 'monday', startTime: '8', endTime: '12:00' }] },
      headers: { 'Accept-Language': 'en', Cookie: 'payload-lng=en' },
    })
    expect([english.status, faultsOf(english.body)[1]]).toEqual([422, ['schedule.0.startTime']])
    expect(await rows('SELECT 1 FROM doctors_schedule WHERE _parent_id = $1', id)).toEqual([])
    for (const nonsense of ['x', 5, [5], [null], [{ day: 'someday' }], { a: 1 }]) {
      const { status } = await change(user, id, { schedule: nonsense })
      expect(status).toBeLessThan(500)
    }
    const kept = await change(user, id, {
      schedule: [...HOURS, { day: 'monday', startTime: '12:00', endTime: '24:00' }],
      overrides: [{ date: '2026-12-25', closed: true }],
    })
    expect([kept.status, kept.body.doc.schedule?.length]).toEqual([200, 2])
  })

  it('is changed by its doctor only in schedule, dates and canned answers', async () => {
    const { id, user, name } = await doctorOf({ fee: 50_000 })
    const { status, body } = await change(user, id, {
      fee: 1,
      name: 'Saya',
      maxConcurrent: 50,
      active: false,
      specialization: 'Bedah',
      strNumber: 'x',
      user: admin.id,
      schedule: HOURS,
      cannedAnswers: [{ text: 'Halo' }],
    })
    expect([status, body.doc]).toMatchObject([
      200,
      { fee: 50_000, name, maxConcurrent: 3, active: true, specialization: 'Dokter umum' },
    ])
    expect([body.doc.schedule?.length, body.doc.cannedAnswers?.length]).toEqual([1, 1])
    const other = await doctorOf()
    expect((await change(other.user, id, { schedule: [] })).status).toBe(403)
    // Canned answers are the doctor's own.
    const seen = await rest<Doctor>('GET', `/doctors/${id}`, await person('patient'))
    expect(seen.body.cannedAnswers ?? []).toEqual([])
  })

  it('has the fee that an admin set, whatever its doctor’s form still had', async () => {
    const { id, user } = await doctorOf({ fee: 50_000 })
    const payload = await testPayload()
    // The doctor's change has read the document, and has not written yet; the admin's comes meanwhile.
    const paused = pauseNext(payload, 'updateOne')
    const byDoctor = change(user, id, { schedule: HOURS })
    await paused.reached
    const byAdmin = change(admin, id, { fee: 90_000 })
    await untilBlocked()
    paused.resume()
    expect([(await byDoctor).status, (await byAdmin).status]).toEqual([200, 200])
    const { body } = await rest<Doctor>('GET', `/doctors/${id}`, admin)
    expect([body.fee, body.schedule?.length]).toEqual([90_000, 1])
  })

  it('stays, when it has a history; without one it can go', async () => {
    await testSimulator()
    const [paying, past, unused] = [await doctorOf(), await doctorOf(), await doctorOf()]
    const patient = await person('patient')
    await asked(patient, paying.id)
    const database = databaseOf(await testPayload())
    await makeConsultation(database, { patient: patient.id, doctor: past.id, startsIn: -7200 })
    for (const { id } of [paying, past]) {
      const { status, body } = await rest('DELETE', `/doctors/${id}`, admin)
      expect([status, faultsOf(body)[0]]).toEqual([
        409,
        'Dokter ini punya konsultasi atau transaksi; nonaktifkan saja.',
      ])
    }
    expect((await rest('DELETE', `/doctors/${unused.id}`, admin)).status).toBe(200)
    // Their logins stay too.
    expect((await rest('DELETE', `/users/${past.user.id}`, admin)).status).toBe(409)
  })
})

describe('on duty, and next available', () => {
  const inTwoDays = async () => {
    const zone = env.clinicTimezone
    const day = DateTime.fromJSDate(await databaseNow(), { zone }).plus({ days: 2 })
    const begins = day.set({ hour: 9, minute: 30, second: 0, millisecond: 0 }).toJSDate()
    return { begins, row: { day: DAYS[day.weekday - 1] ?? '', start: '09:30', end: '11:00' } }
  }

  it('are told over REST and GraphQL, whatever is selected', async () => {
    const [always, never, soon] = [
      await doctorOf(),
      await doctorOf({ isOnDuty: false }),
      await doctorOf({ isOnDuty: false }),
    ]
    const { begins, row } = await inTwoDays()
    await setHours(soon.id, [row])
    const expected: [number, boolean, string | null][] = [
      [always.id, true, null],
      [never.id, false, null],
      [soon.id, false, begins.toISOString()],
    ]
    for (const [id, onDuty, nextAvailableAt] of expected) {
      const duty = { onDuty, nextAvailableAt }
      expect((await rest<Doctor>('GET', `/doctors/${id}`)).body).toMatchObject(duty)
      const selected = await rest<Doctor>(
        'GET',
        `/doctors?where[id][equals]=${id}&select[onDuty]=true&select[nextAvailableAt]=true`,
      )
      expect(selected.body.docs[0]).toMatchObject(duty)
      expect(selected.body.docs[0]).not.toHaveProperty('bio')
      const { body } = await graphql(`{ Doctor(id: ${id}) { onDuty nextAvailableAt } }`)
      expect(body).toEqual({ data: { Doctor: duty } })
    }
  })

  it('are not of a doctor whose login may not answer, who cannot be paid for either', async () => {
    const [disabled, other] = [await doctorOf(), await doctorOf()]
    await rows('UPDATE users SET disabled = true WHERE id = $1', disabled.user.id)
    await rows(`UPDATE users SET role = 'patient' WHERE id = $1`, other.user.id)
    for (const { id } of [disabled, other]) {
      for (const by of [undefined, admin]) {
        const { body } = await rest<Doctor>('GET', `/doctors/${id}?depth=1`, by)
        expect(body).toMatchObject({ id, onDuty: false, nextAvailableAt: null })
      }
    }
  })

  it('are neither of a doctor who is inactive, nor taken from a client', async () => {
    const { id } = await doctorOf({ active: false })
    const sent = { onDuty: true, nextAvailableAt: '2030-01-01T00:00:00.000Z' }
    const { status, body } = await change(admin, id, sent)
    expect([status, body.doc]).toMatchObject([200, { onDuty: false, nextAvailableAt: null }])
  })
})
