/**
 * An `Idempotency-Key` for one press of a button: send it again when the answer got lost.
 * (`crypto.randomUUID` is missing where the panel is opened over plain http in the clinic's network.)
 */
export const pressKey = (): string =>
  [...crypto.getRandomValues(new Uint32Array(4))].map((part) => part.toString(36)).join('-')
