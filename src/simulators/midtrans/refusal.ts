/** What Midtrans refuses, with its code and its words. */
export class Refusal extends Error {
  constructor(
    readonly code: number,
    readonly reasons: string[],
  ) {
    super(reasons.join('; '))
    this.name = 'Refusal'
  }
}

export const notFound = (): Refusal => new Refusal(404, ["Transaction doesn't exist."])

export const cannotModify = (): Refusal =>
  new Refusal(412, ['Merchant cannot modify the status of the transaction'])
