import type { Sweeper } from '@/lib/sweeper'

import { publishScheduled } from './operations/publishScheduled'

export const sweepers: Sweeper[] = [
  {
    name: 'publish-scheduled-news',
    everyMs: 5_000,
    run: async (payload) => {
      await publishScheduled(payload)
    },
  },
]
