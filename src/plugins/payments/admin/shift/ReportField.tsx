'use client'

import { useDocumentInfo, useDocumentTitle } from '@payloadcms/ui'
import { useEffect } from 'react'

import { Report } from './Report'

/** A shift's page is its report; and a shift is called by its number, where Payload would show the bare id. */
export const ReportField = () => {
  const { id } = useDocumentInfo()
  const { title, setDocumentTitle } = useDocumentTitle()
  useEffect(() => {
    const wanted = `Shift #${id}`
    // Afterwards: Payload's own effect runs after this one, and sets the id.
    if (id && title !== wanted) queueMicrotask(() => setDocumentTitle(wanted))
  }, [id, setDocumentTitle, title])
  return id ? <Report id={id} /> : null
}
