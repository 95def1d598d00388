'use client'

import {
  FieldError,
  FieldLabel,
  ReactSelect,
  RelationshipField,
  useConfig,
  useDebouncedCallback,
  useField,
  usePayloadAPI,
  useTranslation,
} from '@payloadcms/ui'
import { mergeFieldStyles } from '@payloadcms/ui/shared'
import type { RelationshipFieldClientProps, Where } from 'payload'
import { useState } from 'react'

import type { Obat } from '@/payload-types'

import { showRupiah } from '@/lib/panel/showRupiah'
import { languageOf } from '@/lib/panel/said'

import { WORDS } from './words'

type Found = Pick<Obat, 'id' | 'name' | 'sku' | 'price' | 'stock' | 'unit'>
type Props = RelationshipFieldClientProps & { onlyActive?: boolean }

const TYPING_PAUSE_MS = 200
const QUERY = {
  depth: 0,
  limit: 20,
  sort: 'name',
  select: { name: true, sku: true, price: true, stock: true, unit: true },
}

/** Words of the name, or a part of the SKU or barcode. */
const matching = (text: string): Where => ({
  or: ['name', 'sku', 'barcode'].map((name) => ({ [name]: { like: text } })),
})

const Search = ({ field, path, onlyActive }: Props) => {
  const { value, setValue, showError } = useField<number | null>({ path })
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [picked, setPicked] = useState<Found | null>(null)
  const words = WORDS[languageOf(i18n)]

  // A row that was copied or moved knows its obat's id only.
  const where = value ? { id: { equals: value } } : matching('')
  const [found, { setParams }] = usePayloadAPI(`${config.routes.api}/obat`, {
    initialParams: { ...QUERY, where },
  })
  const docs = (found.data as { docs?: Found[] }).docs ?? []
  const chosen = [picked, ...docs].find((obat) => obat?.id === value)
  const find = useDebouncedCallback((text: string) => {
    const active = onlyActive ? [{ active: { equals: true } }] : []
    setParams({ ...QUERY, where: { and: [matching(text), ...active] } })
  }, TYPING_PAUSE_MS)

  const optionOf = ({ id, name, sku, price, stock, unit }: Found) => ({
    value: id,
    label: [name, sku, showRupiah(price), `${words.stock} ${stock ?? 0} ${unit ?? ''}`]
      .filter(Boolean)
      .join(' · '),
  })
  return (
    <div
      className="field-type relationship"
      id={`field-${path.replaceAll('.', '__')}`}
      style={mergeFieldStyles(field)}
    >
      <FieldLabel label={field.label ?? ''} path={path} required={field.required ?? false} />
      <div className="field-type__wrap">
        <FieldError path={path} showError={showError} />
        <ReactSelect
          filterOption={() => true}
          isLoading={found.isLoading}
          onChange={(option) => {
            const id = (option as { value?: number } | null)?.value ?? null
            setPicked(docs.find((obat) => obat.id === id) ?? null)
            setValue(id)
          }}
          onInputChange={(text) => {
            if (chosen) setPicked(chosen)
            find(text)
          }}
          options={docs.map(optionOf)}
          placeholder={words.findObat}
          showError={showError}
          {...(chosen ? { value: optionOf(chosen) } : {})}
        />
      </div>
    </div>
  )
}

/** Finds obat by name, SKU or barcode, and shows price and stock; Payload's own field knows names only. */
export const ObatPicker = (props: Props) =>
  props.readOnly ? <RelationshipField {...props} /> : <Search {...props} />
