import type { Checkout } from '../contract'

export const checkout: Checkout = {
  start: () => Promise.reject(new Error('not yet')),
  present: () => {
    throw new Error('not yet')
  },
}
