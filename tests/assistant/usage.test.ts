import { beforeAll, describe, expect, it } from 'vitest'

import { dayIn } from '@/lib/dayIn'
import { admit } from '@/plugins/assistant/operations/admit'
import { addUsage } from '@/plugins/assistant/usage.sql'
import type { UsageReport } from '@/plugins/assistant/usageSchemas'

import { api } from '../support/api'
import { person, rows } from '../support/apotek'
import { setAssistant } from '../support/assistant'
import { systemRequest } from '../support/payload'
import type { Person } from '../support/people'

const ZONE = 'Asia/Jakarta'
const NONE = { requests: 0, promptTokens: 0, completionTokens: 0, errors: 0, blocked: 0 }

let admin: Person
beforeAll(async () => {
  admin = await person('admin')
  await setAssistant()
})

const usage = async (query = '', token: string | undefined = admin.token) =>
  api('GET', `/assistant/usage${query}`, { token })

const settings = async (data: object, token = admin.token) =>
  api('POST', '/globals/assistant', { token, body: data })

describe('the usage of the assistant', () => {
  it('is told for each day, today last, by the clinic’s calendar', async () => {
    const today = dayIn(ZONE, new Date())
    await rows('DELETE FROM assistant_usage')
    await addUsage(await systemRequest(), ZONE, {
      ...{ requests: 2, promptTokens: 10, completionTokens: 5, errors: 1, blocked: 0 },
    })
    await addUsage(await systemRequest(), ZONE, { ...NONE, requests: 1, blocked: 1 })
    const { status, body } = await usage()
    const { days, isConfigured, model } = body as UsageReport
    expect([status, isConfigured, model]).toEqual([200, true, 'gemini-3.8-flash'])
    expect(days).toHaveLength(30)
    expect(days.at(-1)).toEqual({
      ...{ day: today, requests: 3, promptTokens: 10, completionTokens: 5, errors: 1, blocked: 1 },
    })
    expect(days.slice(0, -1).map(({ requests }) => requests)).toEqual(Array(29).fill(0))
  })

  it('is told of the days that are asked for, months and leap days among them', async () => {
    await rows(
      `INSERT INTO assistant_usage (day, requests) VALUES ('2024-02-28', 3), ('2024-03-02', 4)`,
    )
    const { body } = await usage('?from=2024-02-28&to=2024-03-01')
    expect((body as UsageReport).days).toEqual([
      { day: '2024-02-28', ...NONE, requests: 3 },
      { day: '2024-02-29', ...NONE },
      { day: '2024-03-01', ...NONE },
    ])
    for (const query of ['?from=2024-02-01', '?to=2024-03-01']) {
      const { days } = (await usage(query)).body as UsageReport
      expect([days.length, days[0]?.day]).toEqual([30, '2024-02-01'])
    }
  })

  it.each([
    ['from=kemarin', 'from'],
    ['to=2024-02-30', 'to'],
    ['from=2024-03-02&to=2024-03-01', 'to'],
    ['from=2020-01-01&to=2024-03-01', 'from'],
    ['from=0001-01-01&to=9999-12-31', 'from'],
    ['from=9999-12-31', 'from'],
    ['to=0000-01-01', 'to'],
  ])('is not told of %s', async (query, field) => {
    const { status, body } = await usage(`?${query}`)
    expect(status).toBe(422)
    expect(JSON.stringify(body)).toContain(`"path":"${field}"`)
  })

  it('is for admins', async () => {
    expect((await api('GET', '/assistant/usage')).status).toBe(401)
    for (const role of ['patient', 'cashier', 'doctor', 'editor'] as const) {
      const { token } = await person(role)
      expect([role, (await usage('', token)).status]).toEqual([role, 403])
    }
  })
})

describe('what admins decide about it', () => {
  it('is theirs to read and to change', async () => {
    for (const role of ['patient', 'cashier', 'doctor', 'editor'] as const) {
      const { token } = await person(role)
      expect([role, (await settings({ isOn: false }, token)).status]).toEqual([role, 403])
      expect((await api('GET', '/globals/assistant', { token })).status).toBe(403)
    }
    expect((await api('GET', '/globals/assistant')).status).toBe(403)
    expect((await settings({ isOn: true })).status).toBe(200)
  })

  it('holds for the next request', async () => {
    const guest = await systemRequest()
    const user = { ...(await systemRequest()), user: { id: 1, role: 'patient' } } as typeof guest
    await settings({ isOn: true, guestsAllowed: false, model: '', instructions: ' ' })
    await expect(admit(guest)).rejects.toMatchObject({ status: 401 })
    expect(await admit(user)).toMatchObject({ model: 'gemini-3.8-flash', instructions: null })
    await settings({ guestsAllowed: true, model: 'gemini-3.5-flash-lite', instructions: 'Ramah.' })
    expect(await admit(guest)).toMatchObject({
      model: 'gemini-3.5-flash-lite',
      instructions: 'Ramah.',
    })
    await settings({ isOn: false })
    for (const req of [guest, user]) {
      await expect(admit(req)).rejects.toMatchObject({
        status: 503,
        message: 'Asisten sedang dimatikan',
      })
    }
    await settings({ isOn: true, guestsAllowed: false, model: '' })
  })

  it.each([
    ['model', 'gemini/../../x'],
    ['model', 'gemini flash'],
    ['quotas.user', -1],
    ['quotas.total', 1.5],
    ['instructions', 'x'.repeat(10_001)],
  ])('has no %s of %s', async (field, value) => {
    const [group, name] = field.split('.')
    const { status, body } = await settings({ [group!]: name ? { [name]: value } : value })
    expect(status).toBe(400)
    expect(JSON.stringify(body)).toContain(`"path":"${field}"`)
  })
})
