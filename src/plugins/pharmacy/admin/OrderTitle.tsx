'use client'

import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

/** An order is called by its number; Payload would show the bare id. */
export const OrderTitle = () => {
  const { id } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  useEffect(() => {
    const wanted = `Order #${id}`
    // Afterwards: Payload's own effect runs after this one, and sets the id.
    if (id && title !== wanted) queueMicrotask(() => setDocumentTitle(wanted))
  }, [id, setDocumentTitle, title])
  return null
}
