import { checkoutEnvelope } from '@/lib/checkoutEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { uuid } from '@/lib/uuid'

import { courseNotFound, lessonUnknown, notEnrolled } from '../errors'
import { markLessons } from '../operations/markLessons'
import { presentProgress } from '../present'
import { progressAnswer, progressBody } from '../schemas'
import { TAG } from './tag'

/** Marks lessons of one of my courses. */
export const progressEndpoint = contractEndpoint(checkoutEnvelope)({
  method: 'post',
  path: '/v1/me/courses/:id/progress',
  docs: {
    tag: TAG,
    summary: 'Mark lessons as done',
    description:
      'One lesson or several, as done or, with `completed: false`, as not done. Marks that are set at ' +
      'once add up.',
  },
  roles: ['patient'],
  params: { id: uuid },
  body: progressBody,
  answers: { 200: progressAnswer },
  refusals: [courseNotFound, notEnrolled, lessonUnknown],
  handle: async (req, { body }) => {
    const progress = await markLessons(req, String(req.routeParams?.id), body)
    return { status: 200, body: { data: presentProgress(progress) } }
  },
})
