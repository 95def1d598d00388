import type { CollectionBeforeChangeHook } from 'payload'

import type { Doctor } from '@/payload-types'

import { readLogin } from '../doctors.sql'
import { loginTaken, notADoctor } from '../errors'

/** A doctor answers by a login of that role, which no other doctor has. @throws {ApiError} 422 */
export const checkLogin: CollectionBeforeChangeHook<Doctor> = async ({ data, operation, req }) => {
  if (operation !== 'create') return
  const { user } = data
  const id = Number(typeof user === 'object' ? user.id : user)
  // Payload says itself what is wrong with what is no id.
  if (!Number.isSafeInteger(id)) return
  const login = await readLogin(req, id)
  if (!login.isDoctor) throw notADoctor()
  if (login.isTaken) throw loginTaken()
}
