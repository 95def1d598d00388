import * as errors from './errors'

/** What the hooks of the courses' collections refuse, for the API reference. */
export const refusals = {
  courses: { delete: [errors.courseHasHistory] },
  agendas: { delete: [errors.agendaHasHistory] },
  coupons: {
    create: [errors.codeTaken],
    update: [errors.codeTaken, errors.fewerThanUsed],
    delete: [errors.couponHasHistory],
  },
  enrollments: {
    create: [
      errors.reasonNeeded,
      errors.granteeNotFound,
      errors.grantedCourseNotFound,
      errors.hasCourse,
    ],
  },
  'agenda-registrations': {
    create: [
      errors.reasonNeeded,
      errors.granteeNotFound,
      errors.grantedAgendaNotFound,
      errors.hasSeat,
      errors.noSeatLeft,
    ],
  },
}
