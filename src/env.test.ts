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
    }
    for (const name of [
      'PAYLOAD_SECRET',
      'SERVER_URL',
      'PORT',
      'CLINIC_TIMEZONE',
      'POOL',
      'CORS',
    ]) {
      expect(() => parseEnv(faulty)).toThrow(new RegExp(`- \\S*${name}`))
    }
  })

  it('invents nothing in production', () => {
    const { DATABASE_URL } = PRODUCTION
    expect(() => parseEnv({ DATABASE_URL } as never)).toThrow(/PAYLOAD_SECRET[\s\S]*SERVER_URL/)
    expect(parseEnv(PRODUCTION)).toMatchObject({
      isProduction: true,
      host: '0.0.0.0',
      serverUrl: 'https://klinik.example',
      ownOrigins: ['https://klinik.example'],
    })
  })

  it('makes a secret of the demonstration once, and keeps it', () => {
    const demonstration = { SEHAT_DATA_DIR: folder, DATABASE_URL: '' } as never
    const { payloadSecret, isProduction, host } = parseEnv(demonstration)
    expect({ isProduction, host }).toEqual({ isProduction: false, host: '127.0.0.1' })
    expect(payloadSecret).toHaveLength(64)
    expect(readFileSync(join(folder, 'secret'), 'utf8')).toBe(payloadSecret)
    expect(parseEnv(demonstration).payloadSecret).toBe(payloadSecret)
  })
})
