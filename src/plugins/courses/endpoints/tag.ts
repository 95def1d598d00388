/** Of the API reference: courses, agendas and coupons of contract checkout.md. */
export const TAG = 'Courses'
