import type { Charges } from '../contract'

export const charges: Charges = {
  end: () => Promise.reject(new Error('not yet')),
  isLive: () => Promise.reject(new Error('not yet')),
  owe: () => Promise.reject(new Error('not yet')),
}
