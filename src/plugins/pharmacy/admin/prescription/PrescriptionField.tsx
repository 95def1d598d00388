'use client'

import {
  FieldLabel,
  RelationshipField,
  useConfig,
  useField,
  usePayloadAPI,
  useTranslation,
} from '@payloadcms/ui'
import type { RelationshipFieldClientProps } from 'payload'

import { languageOf } from '@/lib/panel/said'
import type { Prescription as Document } from '@/payload-types'

import { Prescription } from './Prescription'
import { presentDocument } from './presentDocument'
import { WORDS } from './words'

const Shown = ({ field, path }: RelationshipFieldClientProps) => {
  const { value } = useField<number | { id: number } | null>({ path })
  const { api } = useConfig().config.routes
  const { i18n } = useTranslation()
  const id = typeof value === 'object' ? value?.id : value
  const [found] = usePayloadAPI(id ? `${api}/prescriptions/${id}` : '', {
    initialParams: { depth: 1 },
  })
  const document = found.data as Partial<Document>
  return (
    <div className="field-type">
      <FieldLabel label={field.label ?? ''} path={path} />
      {found.isError && <p>{WORDS[languageOf(i18n)].failed}</p>}
      {document.items && <Prescription prescription={presentDocument(document as Document)} />}
    </div>
  )
}

/** The prescription of an order: chosen when the desk makes one, shown with its lines afterwards. */
export const PrescriptionField = (props: RelationshipFieldClientProps) =>
  props.readOnly ? <Shown {...props} /> : <RelationshipField {...props} />
