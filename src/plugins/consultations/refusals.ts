import * as errors from './errors'

/** What the hooks of the consultations' collections refuse, for the API reference. */
export const refusals = {
  doctors: {
    create: [errors.notADoctor, errors.loginTaken, errors.hoursInvalid],
    update: [errors.hoursInvalid],
    delete: [errors.doctorHasHistory],
  },
}
