import type { Config, Plugin } from 'payload'

import type { AssistantTool } from '@/lib/assistantTool'

import { conversations } from './collections/conversations'
import { assistant } from './globals/assistant'

export type AssistantOptions = {
  /** Google's Gemini; key null: not configured. `baseUrl` (without /v1beta) null: Google itself. */
  gemini: { key: string | null; model: string; baseUrl: string | null }
  /** What the assistant may look up; each given by its domain. */
  tools: AssistantTool[]
  /** CLINIC_TIMEZONE: whose days quotas and usage count. */
  clinicTimezone: string
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
}

/** The streaming assistant; contract clinic.md, `POST /api/chat`. */
export const assistantPlugin =
  (_options: AssistantOptions): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), conversations],
    globals: [...(config.globals ?? []), assistant],
  })
