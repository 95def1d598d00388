import { z } from 'zod'

import { listFieldErrors } from './apiError'
import type { Envelope } from './contract'

/** How the generated REST says no, for endpoints that stand beside it. */
export const generatedEnvelope: Envelope = {
  speaksPanelLanguage: true,
  failure: (message, errors, extra) => {
    const data = {
      ...(errors ? { errors: listFieldErrors(errors) } : {}),
      ...(extra ? { extra } : {}),
    }
    const hasData = errors !== undefined || extra !== undefined
    return { errors: [hasData ? { name: 'ApiError', data, message } : { message }] }
  },
  schema: z
    .object({
      errors: z.array(
        z.object({
          name: z.string().optional(),
          message: z.string(),
          data: z.unknown().optional().describe('The fields at fault, among others.'),
        }),
      ),
    })
    .meta({ id: 'GeneratedError' }),
}
