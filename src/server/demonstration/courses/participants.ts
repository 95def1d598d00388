import { markLessons } from '@/plugins/courses/operations/markLessons'
import type { PayableType } from '@/plugins/payments/contract'
import { payableFor } from '@/plugins/payments/engine'
import { prepareCheckout } from '@/plugins/payments/operations/prepareCheckout'
import type { Agenda, Course } from '@/payload-types'

import type { Cast } from '../people'

const titled = <Doc extends Course | Agenda>(docs: Doc[], title: string): Doc => {
  const doc = docs.find((one) => one.title === title)
  if (!doc) throw new Error(`The demonstration has no ${title}.`)
  return doc
}

const grant = async (cast: Cast, email: string, course: Course, reason: string): Promise<void> => {
  const admin = cast('admin@sehat.test')
  await admin.payload.create({
    collection: 'enrollments',
    data: { user: cast(email).user.id, course: course.id, grantReason: reason },
    depth: 0,
    req: admin,
    overrideAccess: false,
  })
}

const learn = async (cast: Cast, email: string, course: Course, count: number): Promise<void> => {
  const lessons = (course.lessons ?? []).slice(0, count).map(({ id }) => String(id))
  await markLessons(cast(email), course.id, { lessons, completed: true })
}

/** A checkout of what costs nothing, which is done without the gateway. */
const checkOut = async (
  cast: Cast,
  email: string,
  type: PayableType,
  { id }: Course | Agenda,
  couponCode: string | null = null,
): Promise<void> => {
  const req = cast(email)
  const payable = payableFor(req, type)
  if (!payable) throw new Error(`Nothing of the kind ${type} can be paid for.`)
  const { kind } = await prepareCheckout(req, {
    payable,
    user: req.user.id,
    item: { id, couponCode },
    way: { kind: 'charge', method: 'QRIS', channel: 'qris' },
    isAnyChannel: true,
  })
  if (kind !== 'ready') throw new Error(`The demonstration cannot pay for ${id}.`)
}

/** Who is in a course or has a seat already: by a grant, or by a checkout of what costs nothing. */
export const enrollPeople = async (
  cast: Cast,
  courses: Course[],
  agendas: Agenda[],
): Promise<void> => {
  const [one, two] = ['pasien@sehat.test', 'pasien2@sehat.test']
  const diabetes = titled(courses, 'Hidup Sehat dengan Diabetes')
  await grant(cast, one, diabetes, 'Peserta program Prolanis')
  await learn(cast, one, diabetes, 2)

  const free = titled(courses, 'Memakai Obat dengan Benar')
  await checkOut(cast, one, 'course', free)
  await checkOut(cast, two, 'course', free)
  await learn(cast, two, free, 3)
  await checkOut(cast, two, 'course', titled(courses, 'Pertolongan Pertama di Rumah'), 'PERTAMA')
  await checkOut(cast, two, 'agenda', titled(agendas, 'Senam Sehat dan Cek Gula Darah Gratis'))
}
