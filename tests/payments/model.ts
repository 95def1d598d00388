/**
 * What becomes of a transaction with one attempt, said again from the reference's table and the house's
 * rules, without looking at how the engine does it. Amounts are shares of the price: 1 is all of it.
 */

export const WORDS = [
  'pending',
  'capture',
  'challenge',
  'deny',
  'settlement',
  'expire',
  'cancel',
  'refund',
  'chargeback',
] as const
export type Word = (typeof WORDS)[number]

export type Model = {
  status: 'PENDING' | 'SUCCESS' | 'FAILED' | 'EXPIRED' | 'REFUNDED'
  refunded: 0 | 1
  underReview: boolean
  disputed: boolean
  /** What the payable was told to do, in order. */
  steps: string[]
}

export const START: Model = {
  status: 'PENDING',
  refunded: 0,
  underReview: false,
  disputed: false,
  steps: ['held'],
}

const isGiven = ({ steps }: Model): boolean => steps.at(-1) === 'given'
const released = ({ steps }: Model): string[] =>
  steps.at(-1) === 'held' ? [...steps, 'released'] : steps
const revoked = (model: Model): string[] =>
  isGiven(model) ? [...model.steps, 'revoked'] : model.steps

const pay = (model: Model): Model => ({
  ...model,
  status: 'SUCCESS',
  underReview: false,
  steps: [...model.steps, 'given'],
})

const end = (model: Model, status: Model['status']): Model => ({
  ...model,
  status,
  underReview: false,
  steps: released(model),
})

const dispute = (model: Model): Model => ({ ...model, disputed: true, steps: revoked(model) })

const ofPending = (model: Model, word: Word, isPage: boolean): Model => {
  switch (word) {
    case 'pending':
      return model
    case 'challenge':
      return { ...model, underReview: true }
    case 'capture':
    case 'settlement':
      return pay(model)
    case 'deny':
      return isPage ? { ...model, underReview: false } : end(model, 'FAILED')
    case 'cancel':
      return end(model, 'FAILED')
    case 'expire':
      return end(model, 'EXPIRED')
    case 'refund':
      return { ...end(model, 'REFUNDED'), refunded: 1 }
    case 'chargeback':
      return dispute(pay(model))
  }
}

const ofSuccess = (model: Model, word: Word): Model => {
  if (word === 'deny') return { ...model, status: 'FAILED', steps: revoked(model) }
  if (word === 'refund') {
    return { ...model, status: 'REFUNDED', refunded: 1, steps: revoked(model) }
  }
  return word === 'chargeback' ? dispute(model) : model
}

/** Failed or expired, and no money is here: what comes late is applied where it still can be. */
const ofOver = (model: Model, word: Word): Model => {
  if (word === 'capture' || word === 'settlement') return pay(model)
  if (word === 'refund') return { ...model, status: 'REFUNDED', refunded: 1 }
  return word === 'chargeback' ? dispute(pay(model)) : model
}

export const next = (model: Model, word: Word, isPage: boolean): Model => {
  if (model.status === 'PENDING') return ofPending(model, word, isPage)
  if (model.status === 'SUCCESS') return ofSuccess(model, word)
  if (model.status === 'REFUNDED') {
    return word === 'chargeback' ? { ...model, disputed: true } : model
  }
  return ofOver(model, word)
}
