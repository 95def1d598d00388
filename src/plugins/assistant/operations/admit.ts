import type { PayloadRequest } from 'payload'

import { signInUnavailable, unauthenticated } from '@/lib/refusals'

import { notConfigured, switchedOff } from '../errors'
import { optionsOf } from '../options'
import type { Settings } from './readSettings'
import { readSettings } from './readSettings'

/**
 * Whether the assistant answers whoever asks, quotas aside.
 * @throws {ApiError} 503 without a key, switched off, or while nobody can be looked up; 401 to guests who
 *   may not
 */
export const admit = async (req: PayloadRequest): Promise<Settings> => {
  if (optionsOf(req).gemini.key === null) throw notConfigured()
  // Somebody who is signed in must not be taken for a guest.
  if (!req.user && req.context.signInUnavailable === true) throw signInUnavailable()
  const settings = await readSettings(req)
  if (!settings.isOn) throw switchedOff()
  if (!req.user && !settings.guestsAllowed) throw unauthenticated()
  return settings
}
