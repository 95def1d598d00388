import { z } from 'zod'

import type { Envelope } from './contract'

/** How contract checkout.md says no: `{message}`, with `errors` where fields are at fault. */
export const checkoutEnvelope: Envelope = {
  failure: (message, errors, extra) => ({ message, ...(errors ? { errors } : {}), ...extra }),
  schema: z
    .object({
      message: z.string(),
      errors: z
        .record(z.string(), z.array(z.string()))
        .optional()
        .describe('The path of each field at fault, and what is wrong with it.'),
    })
    .meta({ id: 'CheckoutError' }),
}
