import { createHmac } from 'node:crypto'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { en } from '@payloadcms/translations/languages/en'
import { id } from '@payloadcms/translations/languages/id'
import type { SanitizedConfig } from 'payload'
import { buildConfig } from 'payload'
import sharp from 'sharp'

import { migrations } from './migrations'
import { words } from './src/app/(payload)/words'
import { everywhere } from './src/access/everywhere'
import { closeInternals } from './src/access/internals'
import { database } from './src/database/adapter'
import { presentDatabaseErrors } from './src/database/presentDatabaseErrors'
import type { Env } from './src/env'
import { env as ownEnv } from './src/env'
import { speakPanelLanguage } from './src/lib/panel/refusalLanguage'
import { safeLinks } from './src/lib/safeLinks'
import { accountsPlugin } from './src/plugins/accounts'
import { assistantPlugin } from './src/plugins/assistant'
import {
  consultationPayables,
  consultationRelations,
  consultationsPlugin,
  consultationsTools,
} from './src/plugins/consultations'
import { coursesPayables, coursesPlugin, coursesTools } from './src/plugins/courses'
import {
  examinationPayables,
  examinationsPlugin,
  examinationsTools,
} from './src/plugins/examinations'
import { mediaPlugin } from './src/plugins/media'
import { newsPlugin, newsTools } from './src/plugins/news'
import { notificationsPlugin } from './src/plugins/notifications'
import { panelPlugin } from './src/plugins/panel'
import { paymentsPlugin, paymentsTools } from './src/plugins/payments'
import {
  findPrescriptions,
  issuePrescription,
  pharmacyPayables,
  pharmacyPlugin,
  pharmacyTools,
} from './src/plugins/pharmacy'
import { realtimePlugin } from './src/plugins/realtime'
import { DEMO_LOGINS, DEMO_PASSWORD } from './src/server/demonstration/logins'
import { GRAPHQL_LIMITS, graphQLLimits } from './src/server/graphql/limits'
import { kv } from './src/server/kv'
import { logging } from './src/server/logging'
import { mail } from './src/server/mail'
import { storage } from './src/server/storage'

// Not `new URL('.', …)`: Turbopack reads that as an import.
const root = dirname(fileURLToPath(import.meta.url))

/** The same on every instance, and kept nowhere. */
const setupTokenOf = ({ payloadSecret }: Env): string =>
  createHmac('sha256', payloadSecret).update('set-up token').digest('hex').slice(0, 32)

const ICON = { rel: 'icon', type: 'image/svg+xml', url: '/icon.svg' }

const domainOptions = (env: Env, has: (name: string) => boolean) => ({
  pharmacy: {
    proofsDir: join(env.mediaDir, 'payment-proofs'),
    serverUrl: env.serverUrl,
    orderExpiryHours: env.orderExpiryHours,
    rateLimitFactor: env.rateLimitFactor,
    prescriptionRelations: has('consultations') ? consultationRelations : [],
  },
  consultations: {
    chatFilesDir: join(env.mediaDir, 'chat-files'),
    serverUrl: env.serverUrl,
    rateLimitFactor: env.rateLimitFactor,
    findPrescriptions: has('pharmacy') ? findPrescriptions : null,
    issuePrescription: has('pharmacy') ? issuePrescription : null,
  },
  courses: {
    lessonFilesDir: join(env.mediaDir, 'lesson-files'),
    serverUrl: env.serverUrl,
    rateLimitFactor: env.rateLimitFactor,
  },
  examinations: {
    doctors: has('consultations')
      ? { collection: 'doctors' as const, loginPath: 'doctor.user' }
      : { collection: 'users' as const, loginPath: 'doctor' },
    serverUrl: env.serverUrl,
    clinicTimezone: env.clinicTimezone,
    rateLimitFactor: env.rateLimitFactor,
  },
  news: {
    targets: {
      obat: has('pharmacy'),
      courses: has('courses'),
      doctors: has('consultations'),
    },
    serverUrl: env.serverUrl,
    rateLimitFactor: env.rateLimitFactor,
  },
  assistant: {
    gemini: env.gemini,
    tools: [
      ...(has('pharmacy') ? pharmacyTools : []),
      ...(has('consultations') ? consultationsTools : []),
      ...(has('examinations') ? examinationsTools : []),
      ...(has('courses') ? coursesTools : []),
      ...(has('news') ? newsTools : []),
      ...paymentsTools,
    ],
    clinicTimezone: env.clinicTimezone,
    rateLimitFactor: env.rateLimitFactor,
  },
})

/** Every plugin by its folder's name, in the order of the panel's menu. */
const pluginsOf = (
  env: Env,
  has: (name: string) => boolean,
  options = domainOptions(env, has),
) => ({
  pharmacy: pharmacyPlugin(options.pharmacy),
  consultations: consultationsPlugin(options.consultations),
  examinations: examinationsPlugin(options.examinations),
  courses: coursesPlugin(options.courses),
  news: newsPlugin(options.news),
  assistant: assistantPlugin(options.assistant),
  payments: paymentsPlugin({
    gateway: env.midtrans,
    payables: [
      ...(has('courses') ? coursesPayables(options.courses) : []),
      ...(has('pharmacy') ? pharmacyPayables() : []),
      ...(has('consultations') ? consultationPayables() : []),
      ...(has('examinations') ? examinationPayables() : []),
    ],
    serverUrl: env.serverUrl,
    refundProofsDir: join(env.mediaDir, 'refunds'),
    clinicTimezone: env.clinicTimezone,
  }),
  notifications: notificationsPlugin(),
  media: mediaPlugin({ staticDir: join(env.mediaDir, 'media') }),
  accounts: accountsPlugin({
    secureCookies: env.serverUrl.startsWith('https:'),
    setupToken: setupTokenOf(env),
    rateLimitFactor: env.rateLimitFactor,
  }),
  realtime: realtimePlugin({ rateLimitFactor: env.rateLimitFactor }),
  panel: panelPlugin(),
})

/**
 * The composition root: database, panel, plugins. No fields, no hooks.
 * @param without domains that are left out: each can be, and a test does so
 */
export const compose = async (env: Env, without: string[] = []): Promise<SanitizedConfig> => {
  const has = (name: string) => !without.includes(name)
  const plugins = Object.entries(pluginsOf(env, has)).filter(([name]) => has(name))
  const config = await buildConfig({
    secret: env.payloadSecret,
    serverURL: env.serverUrl,
    cors: { origins: [...env.ownOrigins, ...env.corsOrigins], headers: ['Idempotency-Key'] },
    csrf: [...env.ownOrigins, ...env.corsOrigins],
    db: database({
      url: env.databaseUrl,
      dataDir: env.dataDir,
      poolMax: env.databasePoolMax,
      migrationDir: join(root, 'migrations'),
      migrations,
      schemaFile: join(root, 'src/payload-generated-schema.ts'),
    }),
    editor: lexicalEditor({
      features: ({ defaultFeatures }) =>
        defaultFeatures.map((feature) => (feature.key === 'link' ? safeLinks() : feature)),
    }),
    email: mail({ smtpUrl: env.smtpUrl, from: env.mailFrom }),
    sharp,
    telemetry: false,
    ...logging(env.logLevel),
    ...kv(env.redisUrl),
    i18n: { supportedLanguages: { id, en }, fallbackLanguage: 'id', translations: words },
    admin: {
      user: 'users',
      // Payload's default asks a foreign host for a picture by the e-mail's hash.
      avatar: 'default',
      importMap: { baseDir: root },
      meta: {
        titleSuffix: ' · Sehat',
        description: 'Sehat',
        defaultOGImageType: 'off',
        icons: [ICON],
      },
      components: {
        graphics: {
          Icon: '@/app/(payload)/graphics/Icon#Icon',
          Logo: '@/app/(payload)/graphics/Logo#Logo',
        },
      },
      dateFormat: 'dd/MM/yyyy HH:mm',
      timezones: { defaultTimezone: env.clinicTimezone },
    },
    typescript: { outputFile: join(root, 'src/payload-types.ts') },
    defaultDepth: 1,
    maxDepth: 5,
    upload: { limits: { fileSize: 10 * 1024 * 1024 }, abortOnLimit: true },
    jobs: { access: { run: () => false, queue: () => false, cancel: () => false } },
    graphQL: {
      disableIntrospectionInProduction: false,
      maxComplexity: GRAPHQL_LIMITS.cost,
      validationRules: graphQLLimits,
    },
    hooks: { afterError: [presentDatabaseErrors, speakPanelLanguage] },
    plugins: [...plugins.map(([, plugin]) => plugin), ...storage(env.s3), everywhere],
    custom: {
      site: env.isProduction
        ? { demonstration: false }
        : { demonstration: true, logins: DEMO_LOGINS, password: DEMO_PASSWORD },
      setupToken: setupTokenOf(env),
    },
  })
  return closeInternals(config)
}

export default compose(ownEnv)
