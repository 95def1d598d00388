import type { CollectionBeforeValidateHook } from 'payload'

import { hasRole } from '@/access'

import { registrationClosed } from '../errors'
import { anyAdminExists } from '../sql'
import { isFirstRegistration } from './registerFirstAdmin'

/**
 * Who registers becomes a patient, whatever was sent and whichever door it came through. Before there
 * is an admin nobody can register: Payload closes its first-user screen with the first user of any kind.
 */
export const registerPatientsOnly: CollectionBeforeValidateHook = async ({
  data,
  operation,
  req,
}) => {
  if (operation !== 'create' || req.payloadAPI === 'local') return data
  if (hasRole(req, 'admin') || isFirstRegistration(req)) return data
  if (!(await anyAdminExists(req))) throw registrationClosed()
  return { ...data, role: 'patient', disabled: false }
}
