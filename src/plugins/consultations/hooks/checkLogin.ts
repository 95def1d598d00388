import type { CollectionBeforeChangeHook } from 'payload'

import { documentId } from '@/lib/contractRequest'
import type { Doctor } from '@/payload-types'

import { readLogin } from '../doctors.sql'
import { loginTaken, notADoctor } from '../errors'

/** A doctor answers by a login of that role, which no other doctor has. @throws {ApiError} 422 */
export const checkLogin: CollectionBeforeChangeHook<Doctor> = async ({ data, operation, req }) => {
  if (operation !== 'create') return
  const { data: id } = documentId.safeParse(data.user)
  // Payload says itself what is wrong with what is no id.
  if (!id) return
  const login = await readLogin(req, id)
  if (!login.isDoctor) throw notADoctor()
  if (login.isTaken) throw loginTaken()
}
