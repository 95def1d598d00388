import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { ApiServer, ServedAnswer } from '../support/apiServer'
import { startApiServer } from '../support/apiServer'

const PASSWORD = 'rahasia-sekali'
const TOO_MANY = 'Terlalu banyak percobaan, silakan coba lagi nanti.'
const QUARTER_HOUR = 15 * 60
const HOUR = 60 * 60

/** What src/plugins/accounts/hooks/limitAttempts.ts allows, before RATE_LIMIT_FACTOR. */
const PER_ACCOUNT = 10
const LOGINS = 100
const REGISTRATIONS = 20
const PASSWORD_MAILS = { account: 5, address: 20 }
const RESETS = 20

let count = 0
/** Refused before the costly look at the stored one, but counted like any other. */
const BLANK = ' '

/** An address that nobody has used: every test counts from zero. */
const anAddress = (): string => {
  count += 1
  return `203.0.113.${count}`
}
const anEmail = (): string => {
  count += 1
  return `batas-${count}@example.test`
}

describe('limits of attempts, as they are set', () => {
  let server: ApiServer
  let adminToken: string

  beforeAll(async () => {
    server = await startApiServer({ env: { RATE_LIMIT_FACTOR: '1' } })
    const { body } = await server.call('POST', '/users/first-register', {
      from: anAddress(),
      body: {
        name: 'Admin',
        email: 'admin@example.test',
        password: PASSWORD,
        setupToken: server.setupToken,
      },
    })
    adminToken = (body as { token: string }).token
  })
  afterAll(() => server.stop())

  const makePatient = async (): Promise<string> => {
    const email = anEmail()
    const { status } = await server.call('POST', '/users', {
      token: adminToken,
      body: { name: 'Pasien', email, password: PASSWORD, role: 'patient' },
    })
    expect(status).toBe(201)
    return email
  }
  const attempt = async (from: string, email: string, password = BLANK, path = '/users/login') =>
    server.call('POST', path, { from, body: { email, password } })
  const times = async (number: number, work: () => Promise<ServedAnswer>): Promise<number[]> => {
    const statuses = []
    for (let done = 0; done < number; done += 1) statuses.push((await work()).status)
    return statuses
  }
  const expectTooMany = ({ status, headers, body }: ServedAnswer, seconds: number) => {
    expect(status).toBe(429)
    expect(JSON.stringify(body)).toContain(TOO_MANY)
    const wait = Number(headers.get('Retry-After'))
    expect(wait).toBeGreaterThan(0)
    expect(wait).toBeLessThanOrEqual(seconds)
  }
  const all = (number: number, status: number) => Array.from({ length: number }, () => status)

  it('an account is tried ten times from one address, through whichever door', async () => {
    const email = await makePatient()
    const from = anAddress()
    expect(await times(5, async () => attempt(from, email, 'salah-sekali'))).toEqual(all(5, 401))
    const contract = async () => attempt(from, email.toUpperCase(), 'salah-sekali', '/apotek/login')
    expect(await times(PER_ACCOUNT - 5, contract)).toEqual(all(PER_ACCOUNT - 5, 401))
    for (const path of ['/users/login', '/apotek/login']) {
      expectTooMany(await attempt(from, email, PASSWORD, path), QUARTER_HOUR)
    }
    expect((await attempt(from, email, PASSWORD, '/apotek/login')).body).toEqual({
      success: false,
      message: TOO_MANY,
    })
  })

  it('a stranger locks nobody out: the owner comes in from elsewhere', async () => {
    const email = await makePatient()
    const stranger = anAddress()
    await times(PER_ACCOUNT + 1, async () => attempt(stranger, email))
    expect((await attempt(stranger, email, PASSWORD)).status).toBe(429)
    expect((await attempt(anAddress(), email, PASSWORD)).status).toBe(200)
  })

  it('whoever comes in is forgiven the tries before', async () => {
    const email = await makePatient()
    const from = anAddress()
    await times(PER_ACCOUNT - 1, async () => attempt(from, email))
    expect((await attempt(from, email, PASSWORD)).status).toBe(200)
    expect(await times(PER_ACCOUNT, async () => attempt(from, email))).toEqual(
      all(PER_ACCOUNT, 400),
    )
    expectTooMany(await attempt(from, email), QUARTER_HOUR)
  })

  it('whoever comes in elsewhere is not forgiven for others', async () => {
    const email = await makePatient()
    const from = anAddress()
    await times(PER_ACCOUNT, async () => attempt(from, email))
    expect((await attempt(anAddress(), email, PASSWORD)).status).toBe(200)
    expectTooMany(await attempt(from, email, PASSWORD), QUARTER_HOUR)
  })

  it('one address tries a hundred logins, however many accounts it names', async () => {
    const from = anAddress()
    // Not even text: the e-mail is refused, but the try is counted.
    const nonsense = async () =>
      server.call('POST', '/users/login', { from, body: { email: { toString: 1 }, password: 'x' } })
    const spread = async () => attempt(from, anEmail(), 'salah-sekali')
    expect(await times(2, spread)).toEqual([401, 401])
    expect(await times(PER_ACCOUNT, nonsense)).toEqual(all(PER_ACCOUNT, 400))
    const fill = async () => attempt(from, anEmail())
    expect(await times(LOGINS - PER_ACCOUNT - 2, fill)).toEqual(all(LOGINS - PER_ACCOUNT - 2, 400))
    expectTooMany(await attempt(from, await makePatient(), PASSWORD), QUARTER_HOUR)
  })

  it('logins under aliases of one GraphQL request are counted one by one', async () => {
    const email = await makePatient()
    const from = anAddress()
    const logins = Array.from(
      { length: 5 },
      (_, index) => `a${index}: loginUser(email: "${email}", password: "salah-sekali") { token }`,
    ).join(' ')
    for (let done = 0; done < PER_ACCOUNT; done += 5) {
      const { body } = await server.graphql(`mutation { ${logins} }`, { from })
      expect(JSON.stringify(body)).not.toContain(TOO_MANY)
    }
    expectTooMany(await attempt(from, email, PASSWORD), QUARTER_HOUR)
    const { body } = await server.graphql(`mutation { ${logins} }`, { from })
    expect(
      (body as { errors: { message: string }[] }).errors.map(({ message }) => message),
    ).toEqual(Array.from({ length: 5 }, () => TOO_MANY))
  })

  it.each<[string, (from: string, token?: string) => Promise<ServedAnswer>]>([
    [
      'the contract',
      async (from, token) =>
        server.call('POST', '/apotek/register', {
          from,
          ...(token ? { token } : {}),
          body: { name: 'x', email: 'admin@example.test', password: PASSWORD },
        }),
    ],
    [
      'REST',
      async (from, token) =>
        server.call('POST', '/users', {
          from,
          ...(token ? { token } : {}),
          body: { name: 'x', email: 'admin@example.test', password: 'pendek' },
        }),
    ],
  ])(
    'one address registers twenty times an hour by %s, signed in or not',
    async (_door, register) => {
      const from = anAddress()
      const email = await makePatient()
      const { body } = await attempt(from, email, PASSWORD)
      const { token } = body as { token: string }
      const half = REGISTRATIONS / 2
      const answers = [
        ...(await times(half, async () => register(from))),
        ...(await times(half, async () => register(from, token))),
      ]
      expect(answers).not.toContain(429)
      expectTooMany(await register(from), HOUR)
      expectTooMany(await register(from, token), HOUR)
    },
  )

  it('password mails are asked for five times per account, twenty times per address', async () => {
    const from = anAddress()
    const ask = async (email: string) =>
      server.call('POST', '/users/forgot-password', { from, body: { email } })
    const known = await makePatient()
    const { account, address } = PASSWORD_MAILS
    expect(await times(account, async () => ask(known))).toEqual(all(account, 200))
    expectTooMany(await ask(known), HOUR)
    const rest = address - account - 1
    expect(await times(rest, async () => ask(anEmail()))).toEqual(all(rest, 200))
    expectTooMany(await ask(anEmail()), HOUR)
  })

  it('links are tried twenty times an hour', async () => {
    const from = anAddress()
    const reset = async () =>
      server.call('POST', '/users/reset-password', {
        from,
        body: { token: 'x', password: PASSWORD },
      })
    expect(await times(RESETS, reset)).toEqual(all(RESETS, 403))
    expectTooMany(await reset(), HOUR)
  })

  it('are not gone round by a forged address: only the last proxy is believed', async () => {
    const email = await makePatient()
    const from = anAddress()
    for (let done = 0; done < PER_ACCOUNT; done += 1) {
      await attempt(`192.0.2.${done}, ${from}`, email)
    }
    expectTooMany(await attempt(`192.0.2.99, ${from}`, email), QUARTER_HOUR)
    const spoofed = await server.call('POST', '/users/login', {
      from,
      headers: { 'X-Sehat-Client-Ip': '192.0.2.1' },
      body: { email, password: PASSWORD },
    })
    expectTooMany(spoofed, QUARTER_HOUR)
  })
})
