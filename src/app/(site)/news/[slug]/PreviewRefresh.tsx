'use client'

import { RefreshRouteOnSave } from '@payloadcms/live-preview-react'
import { useRouter } from 'next/navigation'
import { useSyncExternalStore } from 'react'

const unchanging = () => () => undefined

/** Shows an article anew whenever the panel around it has saved it. */
export const PreviewRefresh = () => {
  const router = useRouter()
  // The panel has the same origin: nobody else is listened to.
  const origin = useSyncExternalStore(
    unchanging,
    () => window.location.origin,
    () => null,
  )
  return origin && <RefreshRouteOnSave refresh={() => router.refresh()} serverURL={origin} />
}
