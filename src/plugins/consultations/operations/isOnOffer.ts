import type { PayloadRequest } from 'payload'

import type { Doctor } from '@/payload-types'

import { findDoctorLogins } from '../doctors.sql'

/** Where a request keeps which logins may answer. */
const LOGINS = 'consultationsLogins'

/**
 * Whether a doctor who is read can be paid for, as `lockDoctor` finds it: active, by a login that may
 * answer. The logins are read once in a request.
 */
export const isOnOffer = async (
  req: PayloadRequest,
  doctor: Partial<Pick<Doctor, 'active' | 'user'>> | undefined,
): Promise<boolean> => {
  if (doctor?.active !== true || !doctor.user) return false
  const logins = (req.context[LOGINS] ??= findDoctorLogins(req)) as Promise<Set<number>>
  const { user } = doctor
  return (await logins).has(typeof user === 'object' ? user.id : user)
}
