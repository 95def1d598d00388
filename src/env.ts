import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'

/**
 * The only reader of `process.env` in `src/`. It is parsed once; every fault is told at once.
 * Each variable stands in the README's configuration table.
 */

const flag = z
  .enum(['0', '1', 'true', 'false'])
  .default('0')
  .transform((value) => value === '1' || value === 'true')

const port = z.coerce.number().int().min(0).max(65_535)

const origins = z
  .string()
  .default('')
  .transform((value) =>
    value
      .split(',')
      .map((origin) => origin.trim())
      .filter(Boolean),
  )
  .pipe(z.array(z.url({ protocol: /^https?$/ }).transform((origin) => new URL(origin).origin)))

const isTimeZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone })
    return true
  } catch {
    return false
  }
}

/** The simulator's server key, which everybody knows. */
const SIMULATOR_KEY = 'SB-Mid-server-simulator'

const LAST_PORT = 65_535

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('production'),
  PORT: port.default(3000),
  HOST: z.string().optional(),
  SERVER_URL: z.url({ protocol: /^https?$/ }).optional(),
  SEHAT_DATA_DIR: z.string().default('.data'),
  MEDIA_DIR: z.string().default('media'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, 'must begin with postgres:// or postgresql://')
    .optional(),
  DATABASE_POOL_MAX: z.coerce
    .number()
    .int()
    .min(2, 'one connection is kept for good, so at least 2')
    .max(500)
    .default(20),
  REDIS_URL: z.url({ protocol: /^rediss?$/ }).optional(),
  METRICS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  PAYLOAD_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  CORS_ORIGINS: origins,
  TRUST_PROXY: flag,
  CLINIC_TIMEZONE: z
    .string()
    .default('Asia/Jakarta')
    .refine(isTimeZone, 'must be an IANA time zone, such as Asia/Jakarta'),
  ORDER_EXPIRY_HOURS: z.coerce.number().positive().max(8760).default(24),
  MIDTRANS_SERVER_KEY: z.string().optional(),
  MIDTRANS_CLIENT_KEY: z.string().optional(),
  MIDTRANS_IS_PRODUCTION: flag,
  MIDTRANS_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  MIDTRANS_SIMULATOR_PORT: port.min(1, 'must be a port of its own').optional(),
  ALLOW_SIMULATOR: flag,
  GEMINI_API_KEY: z
    .string()
    .trim()
    .regex(/^[\x20-\x7e]+$/, 'must be what a header can hold')
    .optional(),
  GEMINI_MODEL: z
    .string()
    .regex(/^[\w.-]{1,100}$/, "must be a model's name, such as gemini-3.8-flash")
    .default('gemini-3.8-flash'),
  GEMINI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  SMTP_URL: z.url({ protocol: /^smtps?$/ }).optional(),
  MAIL_FROM: z.email().default('sehat@localhost.localdomain'),
  S3_BUCKET: z.string().optional(),
  S3_ENDPOINT: z.url({ protocol: /^https?$/ }).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  RATE_LIMIT_FACTOR: z.coerce.number().positive().default(1),
})

/** An unset variable and an empty one mean the same: compose files pass empty strings. */
const withoutEmpty = (source: NodeJS.ProcessEnv): Record<string, string> =>
  Object.fromEntries(
    Object.entries(source).filter((entry): entry is [string, string] => Boolean(entry[1])),
  )

/** The demonstration's own secret: made once, kept beside the embedded database. */
const keptSecret = (dataDir: string): string => {
  const file = resolve(dataDir, 'secret')
  mkdirSync(dataDir, { recursive: true })
  try {
    writeFileSync(file, randomBytes(32).toString('hex'), { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

type Vars = z.infer<typeof schema>

/** Payments that are only played are no payments: a production says so, or has a key of its own. */
const paymentFaults = (source: NodeJS.ProcessEnv, isProduction: boolean): string[] => {
  const key = source.MIDTRANS_SERVER_KEY || null
  if (!key && /^(?:1|true)$/.test(source.MIDTRANS_IS_PRODUCTION ?? '')) {
    return ['MIDTRANS_SERVER_KEY: must be set together with MIDTRANS_IS_PRODUCTION']
  }
  if (
    source.MIDTRANS_SIMULATOR_PORT &&
    source.MIDTRANS_SIMULATOR_PORT === (source.PORT || '3000')
  ) {
    return ['MIDTRANS_SIMULATOR_PORT: must be another than PORT']
  }
  if (!isProduction || /^(?:1|true)$/.test(source.ALLOW_SIMULATOR ?? '')) return []
  if (!key) {
    return [
      'MIDTRANS_SERVER_KEY: must be set together with DATABASE_URL (ALLOW_SIMULATOR=1 plays payments instead)',
    ]
  }
  return key === SIMULATOR_KEY
    ? [
        "MIDTRANS_SERVER_KEY: is the simulator's, which everybody knows (ALLOW_SIMULATOR=1 allows it)",
      ]
    : []
}

/** A bucket without keys, or keys without a bucket, would be found out at the first upload. */
const storageFaults = (source: NodeJS.ProcessEnv): string[] => {
  const names = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY']
  const missing = names.filter((name) => !source[name])
  if (missing.length === 0) return []
  if (missing.length === names.length && !source.S3_ENDPOINT) return []
  return missing.map((name) => `${name}: must be set where other S3_ variables are`)
}

/** A port of its own beside the server's, known before anything is started. */
const simulatorPortOf = ({ PORT, MIDTRANS_SIMULATOR_PORT }: Vars): number =>
  MIDTRANS_SIMULATOR_PORT ?? (PORT === 0 || PORT === LAST_PORT ? 3001 : PORT + 1)

const storageOf = (vars: Vars) => {
  const { S3_BUCKET: bucket, S3_ACCESS_KEY_ID: accessKeyId } = vars
  const { S3_SECRET_ACCESS_KEY: secretAccessKey } = vars
  if (!bucket || !accessKeyId || !secretAccessKey) return null
  return {
    bucket,
    accessKeyId,
    secretAccessKey,
    region: vars.S3_REGION,
    /** null: Amazon's own. */
    endpoint: vars.S3_ENDPOINT ?? null,
  }
}

const midtransOf = (vars: Vars, dataDir: string) => {
  const serverKey = vars.MIDTRANS_SERVER_KEY ?? SIMULATOR_KEY
  const port = simulatorPortOf(vars)
  const isOwn = serverKey === SIMULATOR_KEY && vars.MIDTRANS_BASE_URL === undefined
  return {
    serverKey,
    clientKey: vars.MIDTRANS_CLIENT_KEY ?? '',
    isProduction: vars.MIDTRANS_IS_PRODUCTION,
    /** One address for Snap and Core; null: Midtrans itself. */
    baseUrl: isOwn ? `http://127.0.0.1:${port}` : (vars.MIDTRANS_BASE_URL ?? null),
    /** The simulator that the server starts; null where payments go elsewhere. */
    simulator: isOwn ? { port, file: join(dataDir, `midtrans-simulator-${port}.jsonl`) } : null,
  }
}

/**
 * Parses the environment.
 * @throws {Error} one message that lists every variable at fault
 */
export const parseEnv = (source: NodeJS.ProcessEnv) => {
  const parsed = schema.safeParse(withoutEmpty(source))
  const faults = parsed.success
    ? []
    : parsed.error.issues.map((issue) => `${issue.path[0]?.toString() ?? '?'}: ${issue.message}`)

  const isProduction = Boolean(source.DATABASE_URL)
  if (isProduction && !source.PAYLOAD_SECRET) {
    faults.push('PAYLOAD_SECRET: must be set together with DATABASE_URL (32 characters or more)')
  }
  if (isProduction && !source.SERVER_URL) {
    faults.push('SERVER_URL: must be set together with DATABASE_URL, e.g. https://klinik.example')
  }
  faults.push(...paymentFaults(source, isProduction), ...storageFaults(source))
  if (faults.length > 0 || !parsed.success) {
    throw new Error(
      `The configuration is not usable:\n${faults.map((fault) => `  - ${fault}`).join('\n')}\n` +
        'The README lists every variable.',
    )
  }

  const vars = parsed.data
  const dataDir = resolve(vars.SEHAT_DATA_DIR)
  const serverUrl = new URL(vars.SERVER_URL ?? `http://localhost:${vars.PORT}`).origin
  return {
    /** `DATABASE_URL` is set: nothing is invented, nothing is seeded. */
    isProduction,
    isDevelopment: vars.NODE_ENV === 'development',
    port: vars.PORT,
    host: vars.HOST ?? (isProduction ? '0.0.0.0' : '127.0.0.1'),
    /** The address that browsers use, without a slash at its end. */
    serverUrl,
    /** Where our own pages live; a demonstration is opened by either name of this machine. */
    ownOrigins: isProduction ? [serverUrl] : [serverUrl, `http://127.0.0.1:${vars.PORT}`],
    dataDir,
    /** null: uploads lie on disk, in `mediaDir`. */
    s3: storageOf(vars),
    /** Uploads, a folder per collection. */
    mediaDir: resolve(vars.MEDIA_DIR),
    /** null: the embedded Postgres is started in `dataDir`. */
    databaseUrl: vars.DATABASE_URL ?? null,
    databasePoolMax: vars.DATABASE_POOL_MAX,
    /** null: instances talk over Postgres, and each counts its rate limits alone. */
    redisUrl: vars.REDIS_URL ?? null,
    /** Who shows it may read /metrics; null: nobody. */
    metricsToken: vars.METRICS_TOKEN ?? null,
    payloadSecret: vars.PAYLOAD_SECRET ?? keptSecret(dataDir),
    corsOrigins: vars.CORS_ORIGINS,
    trustProxy: vars.TRUST_PROXY,
    clinicTimezone: vars.CLINIC_TIMEZONE,
    orderExpiryHours: vars.ORDER_EXPIRY_HOURS,
    midtrans: midtransOf(vars, dataDir),
    gemini: {
      /** null: the assistant says that it is not configured. */
      key: vars.GEMINI_API_KEY ?? null,
      model: vars.GEMINI_MODEL,
      /** Without /v1beta; null: Google's own. */
      baseUrl: vars.GEMINI_BASE_URL?.replace(/\/+$/, '') ?? null,
    },
    smtpUrl: vars.SMTP_URL ?? null,
    mailFrom: vars.MAIL_FROM,
    logLevel: vars.LOG_LEVEL,
    rateLimitFactor: vars.RATE_LIMIT_FACTOR,
  }
}

export type Env = ReturnType<typeof parseEnv>

export const env: Env = parseEnv(process.env)

// React, Next and Payload read this one themselves when they are loaded, and unset means development.
Object.assign(process.env, { NODE_ENV: process.env.NODE_ENV || 'production' })

/** Payload's own `payload migrate…` commands set this after the start, and migrate themselves. */
export const isMigrationCommand = (): boolean => process.env.PAYLOAD_MIGRATING === 'true'
