import type { SignedInRequest } from '@/lib/contract'
import { tell, userRoom } from '@/plugins/realtime'

const TOLD_EVERY = 25

/**
 * Tells whoever imports how far it is, on all of their devices: `import-progress {done, total}`. At once,
 * not after the commit: it says how far the work is, not that anything is done.
 */
export const tellProgress =
  ({ payload, user }: SignedInRequest) =>
  (done: number, total: number): void => {
    if (done % TOLD_EVERY !== 0 && done !== total) return
    void tell({ payload }, userRoom(user.id), 'import-progress', { done, total })
  }
