import type { CollectionConfig } from 'payload'

import { firstOf, nobody, own, roles } from '@/access'

type Rules = NonNullable<CollectionConfig['access']>

/** The pharmacy's rows of "Who may do what" (docs: architecture). */
const catalogue: Rules = {
  read: firstOf(roles('admin', 'cashier'), () => ({ active: { equals: true } })),
  create: roles('admin'),
  update: roles('admin'),
  delete: roles('admin'),
  unlock: nobody,
}

export const obat = catalogue
export const obatCategories = catalogue

export const stockMovements: Rules = {
  read: roles('admin', 'cashier'),
  create: roles('admin', 'cashier'),
  update: nobody,
  delete: nobody,
  unlock: nobody,
}

export const orders: Rules = {
  read: firstOf(roles('admin', 'cashier'), ({ req }) =>
    req.user?.role === 'patient' ? own('user')({ req }) : false,
  ),
  create: roles('patient', 'cashier', 'admin'),
  update: nobody,
  delete: nobody,
  unlock: nobody,
}

export const paymentProofs: Rules = {
  read: firstOf(roles('admin', 'cashier'), ({ req }) =>
    req.user?.role === 'patient' ? own('order.user')({ req }) : false,
  ),
  create: roles('patient'),
  update: nobody,
  delete: nobody,
  unlock: nobody,
}

/** Written by whoever issues them, and by orders. */
export const prescriptions: Rules = {
  read: firstOf(roles('admin', 'cashier'), ({ req }) => {
    if (req.user?.role === 'patient') return own('patient')({ req })
    return req.user?.role === 'doctor' ? own('issuedBy')({ req }) : false
  }),
  create: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
}
