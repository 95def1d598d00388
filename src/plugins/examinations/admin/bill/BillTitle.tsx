'use client'

import { useDocumentInfo, useDocumentTitle, useFormFields } from '@payloadcms/ui'
import { useEffect } from 'react'

import { billNumber } from '../../constants'

/** A bill is called by its number as people write it; Payload would show the bare one. */
export const BillTitle = () => {
  const { id } = useDocumentInfo()
  const number = useFormFields(([fields]) => fields.number?.value)
  const { title, setDocumentTitle } = useDocumentTitle()
  useEffect(() => {
    const wanted = typeof number === 'number' ? billNumber(number) : null
    // Afterwards: Payload's own effect runs after this one, and sets the bare number.
    if (id && wanted && title !== wanted) queueMicrotask(() => setDocumentTitle(wanted))
  }, [id, number, setDocumentTitle, title])
  return null
}
