import type { Called } from '@/lib/panel/callApi'
import { callApi } from '@/lib/panel/callApi'

/**
 * Asks one address again and again, when told to: never twice at once, and once more when it was told
 * to while asking, so that the last answer is never older than the last `load`.
 */
export const createLoader = <Body>(path: string, hear: (called: Called<Body>) => void) => {
  const abort = new AbortController()
  let isUnderWay = false
  let isAskedAgain = false
  return {
    load: async (): Promise<void> => {
      isAskedAgain = true
      if (isUnderWay) return
      isUnderWay = true
      while (isAskedAgain && !abort.signal.aborted) {
        isAskedAgain = false
        const called = await callApi<Body>(path, { signal: abort.signal })
        if (!abort.signal.aborted) hear(called)
      }
      isUnderWay = false
    },
    stop: (): void => abort.abort(),
  }
}
