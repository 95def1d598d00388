import { beforeAll, describe, expect, it } from 'vitest'

import { databaseOf, makeConsultation } from '@/plugins/consultations/testing'

import { graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { rest } from '../support/generated'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'
import type { TestDoctor } from './support'
import { doctorOf } from './support'

type Named = { id: number; name: string }
type Seen = { id: number; status: string; patient: Named | number; doctor: Named | number }

let doctor: TestDoctor
let patient: Person
let stranger: Person
let id: number

beforeAll(async () => {
  const database = databaseOf(await testPayload())
  ;[doctor, patient, stranger] = [
    await doctorOf(),
    await person('patient'),
    await person('patient'),
  ]
  await rows(`UPDATE users SET phone = '0812', address = 'Jl. Rahasia' WHERE id = $1`, patient.id)
  id = await makeConsultation(database, { patient: patient.id, doctor: doctor.id, startsIn: -7200 })
})

const DETAILS = ['email', 'phone', 'address', 'disabled']

describe('a doctor', () => {
  it('reads the names of own patients, and nothing else of them', async () => {
    const list = await rest<Named>('GET', '/users?depth=0&sort=name', doctor.user)
    const others = list.body.docs.filter((user) => user.id !== doctor.user.id)
    expect(others).toEqual([{ id: patient.id, name: patient.name }])
    const one = await rest<Named>('GET', `/users/${patient.id}`, doctor.user)
    expect(one.body).toEqual({ id: patient.id, name: patient.name })
    expect((await rest('GET', `/users/${stranger.id}`, doctor.user)).status).toBe(404)
    const { body } = await graphql(
      `{ User(id: ${patient.id}) { id name email phone address role disabled createdAt } }`,
      { token: doctor.user.token },
    )
    expect(body).toEqual({
      data: {
        User: {
          ...{ id: patient.id, name: patient.name, email: null, phone: null, address: null },
          ...{ role: null, disabled: null, createdAt: null },
        },
      },
    })
  })

  it('finds nobody by what is not shown, and puts nobody in its order', async () => {
    for (const field of DETAILS) {
      const by = `where[${field}][exists]=true`
      const filtered = await rest('GET', `/users?${by}`, doctor.user)
      expect([field, filtered.status]).toEqual([field, 400])
      const through = await rest(
        'GET',
        `/consultations?where[patient.${field}][exists]=true`,
        doctor.user,
      )
      expect([field, through.status]).toEqual([field, 400])
      const sorted = await rest('GET', `/users?sort=${field}`, doctor.user)
      expect([field, sorted.status]).toEqual([field, 400])
    }
  })

  it('reads, keeps and changes the own account as before', async () => {
    const me = await rest<{ user: Record<string, unknown> }>('GET', '/users/me', doctor.user)
    expect(me.body.user).toMatchObject({ email: doctor.user.email, role: 'doctor' })
    const { status, body } = await rest<Record<string, unknown>>(
      'PATCH',
      `/users/${doctor.user.id}`,
      doctor.user,
      { phone: '0899' },
    )
    expect([status, body.doc.phone, body.doc.email]).toEqual([200, '0899', doctor.user.email])
    expect((await rest('PATCH', `/users/${patient.id}`, doctor.user, { name: 'x' })).status).toBe(
      403,
    )
  })

  it('has no patients without consultations', async () => {
    const other = await doctorOf()
    const list = await rest<Named>('GET', '/users?depth=0', other.user)
    expect(list.body.docs.map((user) => user.id)).toEqual([other.user.id])
  })
})

describe('a consultation, with what it refers to', () => {
  it('shows the patient’s name to the doctor, and the doctor’s name to the patient', async () => {
    const byDoctor = await rest<Seen>('GET', `/consultations/${id}?depth=1`, doctor.user)
    expect(byDoctor.body.patient).toEqual({ id: patient.id, name: patient.name })
    const byPatient = await rest<Seen>('GET', `/consultations/${id}?depth=1`, patient)
    expect(byPatient.body.doctor).toMatchObject({ id: doctor.id, name: doctor.name })
    const query = `{ Consultation(id: ${id}) { status patient { name } doctor { name } } }`
    const { body } = await graphql(query, { token: doctor.user.token })
    expect(body).toEqual({
      data: {
        Consultation: {
          status: 'expired',
          patient: { name: patient.name },
          doctor: { name: doctor.name },
        },
      },
    })
  })

  it('tells its true state, before any sweeper came', async () => {
    const database = databaseOf(await testPayload())
    const pair = { patient: patient.id, doctor: doctor.id }
    const over = await makeConsultation(database, { ...pair, startsIn: -1800 })
    const begun = await makeConsultation(database, { ...pair, startsIn: -1 })
    await rows(`UPDATE consultations SET status = 'active' WHERE id = $1`, over)
    await rows(`UPDATE consultations SET status = 'scheduled' WHERE id = $1`, begun)
    const read = async (of: number, rest_ = '') =>
      (await rest<Seen>('GET', `/consultations/${of}?depth=0${rest_}`, patient)).body.status
    expect([await read(over), await read(begun)]).toEqual(['expired', 'active'])
    expect(await read(over, '&select[status]=true')).toBe('expired')
  })
})
