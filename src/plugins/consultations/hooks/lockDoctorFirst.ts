import { lockFirst } from '@/lib/lockFirst'

import { lockDoctors } from '../doctors.sql'

const ID_MAX = 2_147_483_647

/** A doctor and an admin may save at the same time. */
export const lockDoctorFirst = lockFirst(['admin', 'doctor'], async (req, id) => {
  if (id === undefined) return lockDoctors(req, null)
  const number = Number(id)
  if (Number.isInteger(number) && number > 0 && number <= ID_MAX) await lockDoctors(req, number)
})
