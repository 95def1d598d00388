'use client'

import { useConfig, usePayloadAPI, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'
import type { Prescription as Document } from '@/payload-types'

import { Prescription } from './Prescription'
import { presentDocument } from './presentDocument'
import { WORDS } from './words'

/** The prescription that somebody named by its number: a wrong digit is a stranger's. */
export const NamedPrescription = ({ id }: { id: number }) => {
  const { api } = useConfig().config.routes
  const { i18n } = useTranslation()
  const [found] = usePayloadAPI(`${api}/prescriptions/${id}`, { initialParams: { depth: 1 } })
  const document = found.data as Partial<Document>
  const isHere = document.id === id && document.items
  return (
    <>
      {isHere && <Prescription prescription={presentDocument(document as Document)} />}
      {found.isError && <p>{WORDS[languageOf(i18n)].unknown(id)}</p>}
    </>
  )
}
