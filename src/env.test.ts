import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { afterAll, describe, expect, it } from 'vitest'

import { parseEnv } from './env'

const folder = mkdtempSync(join(tmpdir(), 'sehat-env-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const PRODUCTION = {
  DATABASE_URL: 'postgres://sehat@localhost/sehat',
  PAYLOAD_SECRET: 'a secret that is long enough to be one',
  SERVER_URL: 'https://klinik.example/path',
  MIDTRANS_SERVER_KEY: 'Mid-server-of-the-clinic',
} as unknown as NodeJS.ProcessEnv

describe('parseEnv', () => {
  it('tells every fault at once', () => {
    const faulty = {
      ...PRODUCTION,
      PAYLOAD_SECRET: '',
      SERVER_URL: 'klinik',
      PORT: '99999',
      CLINIC_TIMEZONE: 'Asia/Nowhere',
      DATABASE_POOL_MAX: '1',
      CORS_ORIGINS: 'https://app.example, nonsense',
      REDIS_URL: 'http://localhost:6379',
      METRICS_TOKEN: 'short',
    }
    for (const name of [
      'PAYLOAD_SECRET',
      'SERVER_URL',
      'PORT',
      'CLINIC_TIMEZONE',
      'POOL',
      'CORS',
      'REDIS',
      'METRICS',
    ]) {
      expect(() => parseEnv(faulty)).toThrow(new RegExp(`- \\S*${name}`))
    }
  })

  it('invents nothing in production', () => {
    const { DATABASE_URL } = PRODUCTION
    expect(() => parseEnv({ DATABASE_URL } as never)).toThrow(
      /PAYLOAD_SECRET[\s\S]*SERVER_URL[\s\S]*MIDTRANS_SERVER_KEY/,
    )
    expect(parseEnv(PRODUCTION)).toMatchObject({
      isProduction: true,
      host: '0.0.0.0',
      serverUrl: 'https://klinik.example',
      ownOrigins: ['https://klinik.example'],
    })
  })

  it('takes a bucket with its keys, and neither without the other', () => {
    expect(parseEnv(PRODUCTION).s3).toBeNull()
    const bucket = { S3_BUCKET: 'sehat', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' }
    expect(parseEnv({ ...PRODUCTION, ...bucket }).s3).toMatchObject({
      bucket: 'sehat',
      region: 'us-east-1',
      endpoint: null,
    })
    for (const name of Object.keys(bucket)) {
      expect(() => parseEnv({ ...PRODUCTION, ...bucket, [name]: '' })).toThrow(`- ${name}: must`)
    }
    const lonely = { ...PRODUCTION, S3_ENDPOINT: 'https://s3.example' }
    expect(() => parseEnv(lonely)).toThrow('- S3_BUCKET: must')
  })

  it('takes a Redis with and without TLS, and works without', () => {
    expect(parseEnv(PRODUCTION)).toMatchObject({ redisUrl: null, metricsToken: null })
    for (const REDIS_URL of ['redis://:word@cache:6379/1', 'rediss://cache.example:6380']) {
      expect(parseEnv({ ...PRODUCTION, REDIS_URL }).redisUrl).toBe(REDIS_URL)
    }
  })

  it('takes a key of Gemini, and works without', () => {
    const parse = (more: object) => parseEnv({ ...PRODUCTION, ...more }).gemini
    expect(parse({ GEMINI_API_KEY: '', GEMINI_MODEL: '' })).toEqual({
      key: null,
      model: 'gemini-3.8-flash',
      baseUrl: null,
    })
    const given = {
      GEMINI_API_KEY: 'AIza-key ',
      GEMINI_MODEL: 'gemini-3.5-flash-lite',
      GEMINI_BASE_URL: 'http://127.0.0.1:9000/',
    }
    expect(parse(given)).toEqual({
      key: 'AIza-key',
      model: 'gemini-3.5-flash-lite',
      baseUrl: 'http://127.0.0.1:9000',
    })
    const faulty = { GEMINI_API_KEY: 'RAHASIA\u2026', GEMINI_MODEL: '../x', GEMINI_BASE_URL: 'x' }
    for (const name of Object.keys(faulty)) {
      expect(() => parse(faulty)).toThrow(new RegExp(`- ${name}: `))
    }
    expect(() => parse(faulty)).not.toThrow(/RAHASIA/)
  })

  it('makes a secret of the demonstration once, and keeps it', () => {
    const demonstration = { SEHAT_DATA_DIR: folder, DATABASE_URL: '' } as never
    const { payloadSecret, isProduction, host } = parseEnv(demonstration)
    expect({ isProduction, host }).toEqual({ isProduction: false, host: '127.0.0.1' })
    expect(payloadSecret).toHaveLength(64)
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(payloadSecret)
    expect(parseEnv(demonstration).payloadSecret).toBe(payloadSecret)
  })

  describe('of payments', () => {
    const parse = (more: object) => parseEnv({ ...PRODUCTION, ...more }).midtrans
    const demonstration = (more: object) =>
      parseEnv({ SEHAT_DATA_DIR: folder, ...more } as never).midtrans

    it('starts a simulator of its own beside a demonstration', () => {
      expect(demonstration({})).toEqual({
        serverKey: 'SB-Mid-server-simulator',
        clientKey: '',
        isProduction: false,
        baseUrl: 'http://127.0.0.1:3001',
        simulator: { port: 3001, file: join(folder, 'midtrans-simulator-3001.jsonl') },
      })
      expect(demonstration({ PORT: '8000' }).baseUrl).toBe('http://127.0.0.1:8001')
      expect(demonstration({ PORT: '0' }).simulator?.port).toBe(3001)
      expect(demonstration({ PORT: '65535' }).simulator?.port).toBe(3001)
      expect(demonstration({ MIDTRANS_SIMULATOR_PORT: '9999' }).simulator?.port).toBe(9999)
    })

    it('goes to Midtrans, or to another simulator, where that is said', () => {
      expect(parse({})).toMatchObject({ baseUrl: null, simulator: null, isProduction: false })
      const sandbox = demonstration({ MIDTRANS_SERVER_KEY: 'SB-Mid-server-ours' })
      expect(sandbox).toMatchObject({ baseUrl: null, simulator: null })
      const MIDTRANS_BASE_URL = 'http://127.0.0.1:7000'
      for (const other of [demonstration({ MIDTRANS_BASE_URL }), parse({ MIDTRANS_BASE_URL })]) {
        expect(other).toMatchObject({ baseUrl: MIDTRANS_BASE_URL, simulator: null })
      }
    })

    it('is played in production only where that is allowed', () => {
      const played = [
        { MIDTRANS_SERVER_KEY: '' },
        { MIDTRANS_SERVER_KEY: 'SB-Mid-server-simulator' },
      ]
      for (const key of played) {
        expect(() => parse(key)).toThrow(/- MIDTRANS_SERVER_KEY: .*ALLOW_SIMULATOR=1/)
        expect(() => parse({ ...key, ALLOW_SIMULATOR: '0' })).toThrow('MIDTRANS_SERVER_KEY')
        expect(parse({ ...key, ALLOW_SIMULATOR: '1' }).simulator).toMatchObject({ port: 3001 })
      }
      expect(() => demonstration({ MIDTRANS_IS_PRODUCTION: '1' })).toThrow('MIDTRANS_SERVER_KEY')
      expect(() => demonstration({ MIDTRANS_SIMULATOR_PORT: '3000' })).toThrow('another than PORT')
      expect(() => parse({ MIDTRANS_SIMULATOR_PORT: '0' })).toThrow('MIDTRANS_SIMULATOR_PORT')
    })
  })
})
