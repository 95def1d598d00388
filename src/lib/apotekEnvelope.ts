import { z } from 'zod'

import type { Envelope } from './contract'

/** How contract apotek.md says no: `{success: false, message}`, with `errors` where fields are at fault. */
export const apotekEnvelope: Envelope = {
  failure: (message, errors, extra) => ({
    success: false,
    message,
    ...(errors ? { errors } : {}),
    ...extra,
  }),
  schema: z
    .object({
      success: z.literal(false),
      message: z.string(),
      errors: z
        .record(z.string(), z.array(z.string()))
        .optional()
        .describe('The path of each field at fault, and what is wrong with it.'),
    })
    .meta({ id: 'ContractError' }),
}
