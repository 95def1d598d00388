import type { Envelope } from './contractEndpoint'

/** How contract apotek.md says no: `{success: false, message}`, with `errors` where fields are at fault. */
export const apotekEnvelope: Envelope = {
  failure: (message, errors, extra) => ({
    success: false,
    message,
    ...(errors ? { errors } : {}),
    ...extra,
  }),
}
