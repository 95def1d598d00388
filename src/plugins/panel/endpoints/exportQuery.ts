import { z } from 'zod'

import { delimiterQuery } from '@/lib/csv'
import { listFilterQuery } from '@/lib/listFilter'

export const exportQuery = z.object({
  ...listFilterQuery,
  sort: z.string().max(200).optional().describe('A field, with `-` before it for the reverse.'),
  columns: z
    .string()
    .max(4000)
    .optional()
    .describe('Fields, with commas; without it all that the reader may read.'),
  delimiter: delimiterQuery,
})
