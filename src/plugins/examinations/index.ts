import type { CollectionSlug, Config, Plugin } from 'payload'

import { pemeriksaan } from './collections/pemeriksaan'

export { examinationsTools } from './assistantTools'

export type ExaminationsOptions = {
  /** Whose collection `doctor` names, and the path from a pemeriksaan to the doctor's login. */
  doctors: { collection: CollectionSlug; loginPath: string }
  /** The address that browsers use, for links in answers. */
  serverUrl: string
  /** CLINIC_TIMEZONE: whose days papers and pages show. */
  clinicTimezone: string
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
}

/** Examinations and their bills; contract clinic.md. */
export const examinationsPlugin =
  (options: ExaminationsOptions): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), pemeriksaan(options)],
  })
