import type { PayloadRequest } from 'payload'

import type { AssistantTool } from '@/lib/assistantTool'

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

/** Where the plugin's options are kept: `config.custom` never reaches a browser. */
export const keepOptions = (options: AssistantOptions): { assistant: AssistantOptions } => ({
  assistant: options,
})

/** The options of the plugin, for what only has a request. */
export const optionsOf = ({ payload }: Pick<PayloadRequest, 'payload'>): AssistantOptions =>
  (payload.config.custom as ReturnType<typeof keepOptions>).assistant
