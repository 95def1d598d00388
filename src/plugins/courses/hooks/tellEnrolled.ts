import type { CollectionAfterChangeHook } from 'payload'

import { notify } from '@/plugins/notifications'
import type { Enrollment } from '@/payload-types'

/** The user reads in their inbox that a course is open to them. */
export const tellEnrolled: CollectionAfterChangeHook<Enrollment> = async ({
  doc,
  operation,
  req,
}) => {
  if (operation !== 'create' || doc.status !== 'ACTIVE') return doc
  const id = typeof doc.course === 'object' ? doc.course.id : doc.course
  const { title } = await req.payload.findByID({
    collection: 'courses',
    id,
    select: { title: true },
    depth: 0,
    req,
    overrideAccess: true,
  })
  await notify(req, {
    user: typeof doc.user === 'object' ? doc.user.id : doc.user,
    kind: 'enrolled',
    title: 'Anda terdaftar di kursus',
    body: `Kursus "${title}" sudah dapat Anda ikuti.`,
    data: { course_id: id },
    key: `enrolled:${doc.id}`,
    byMail: true,
  })
  return doc
}
