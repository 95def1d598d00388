'use client'

import { FieldLabel, useField, useTranslation } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

import { languageOf } from '@/lib/panel/said'

import { sayDetailName, showDetail } from './sayDetail'

/** What the buyer said of the payment, line by line. (Payload's JSON editor is fetched from a foreign host.) */
export const PaymentDetails: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<Record<string, unknown> | null>({ path })
  const { i18n } = useTranslation()
  const lines = Object.entries(value ?? {})
  if (lines.length === 0) return null
  return (
    <div className="field-type">
      <FieldLabel {...(field.label ? { label: field.label } : {})} path={path} />
      <dl
        style={{
          display: 'grid',
          gap: '0.25rem 1rem',
          gridTemplateColumns: 'max-content 1fr',
          margin: 0,
        }}
      >
        {lines.map(([name, said]) => (
          <div key={name} style={{ display: 'contents' }}>
            <dt>{sayDetailName(name, languageOf(i18n))}</dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{showDetail(name, said)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
