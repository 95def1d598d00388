'use client'

import { FieldLabel, useField } from '@payloadcms/ui'
import type { JSONFieldClientComponent } from 'payload'

const show = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value))

/** What the buyer said of the payment, line by line. (Payload's JSON editor is fetched from a foreign host.) */
export const PaymentDetails: JSONFieldClientComponent = ({ field, path }) => {
  const { value } = useField<Record<string, unknown> | null>({ path })
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
            <dt>{name}</dt>
            <dd style={{ margin: 0, overflowWrap: 'anywhere' }}>{show(said)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
