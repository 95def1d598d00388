import type { PayloadRequest } from 'payload'

import type { Assistant } from '@/payload-types'

import { QUOTAS } from '../constants'
import { optionsOf } from '../options'

/** What admins have decided, and where they have not, what holds. */
export type Settings = {
  isOn: boolean
  guestsAllowed: boolean
  /** The panel's, or else GEMINI_MODEL. */
  model: string
  instructions: string | null
  /** Requests per day. */
  quotas: Assistant['quotas']
}

/** Read for each request: a change holds at once, on all instances. */
export const readSettings = async (req: PayloadRequest): Promise<Settings> => {
  // Before an admin has saved them there is no row, and these are the defaults.
  const { isOn, guestsAllowed, model, instructions, quotas } = await req.payload.findGlobal({
    slug: 'assistant',
    depth: 0,
    req,
    overrideAccess: true,
  })
  return {
    isOn: isOn ?? true,
    guestsAllowed: guestsAllowed ?? false,
    model: model?.trim() || optionsOf(req).gemini.model,
    instructions: instructions?.trim() || null,
    quotas: { ...QUOTAS, ...quotas },
  }
}
