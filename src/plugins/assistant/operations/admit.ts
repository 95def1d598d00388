import type { PayloadRequest } from 'payload'

import { unauthenticated } from '@/lib/refusals'

import { notConfigured, switchedOff } from '../errors'
import { optionsOf } from '../options'
import type { Settings } from './readSettings'
import { readSettings } from './readSettings'

/**
 * Whether the assistant answers whoever asks, quotas aside.
 * @throws {ApiError} 503 without a key, or switched off; 401 to guests who may not
 */
export const admit = async (req: PayloadRequest): Promise<Settings> => {
  if (optionsOf(req).gemini.key === null) throw notConfigured()
  const settings = await readSettings(req)
  if (!settings.isOn) throw switchedOff()
  if (!req.user && !settings.guestsAllowed) throw unauthenticated()
  return settings
}
