import { convertLexicalToPlaintext } from '@payloadcms/richtext-lexical/plaintext'
import { getTranslation } from '@payloadcms/translations'
import type { CollectionSlug, FlattenedField, OptionObject, PayloadRequest } from 'payload'

import { clinicZone, isoDay, isoTime } from '@/lib/clinicZone'
import type { Cell } from '@/lib/csv'
import { languageOf } from '@/lib/panel/said'

import { labelOf } from './exportColumns'

const YES_NO = { id: ['ya', 'tidak'], en: ['yes', 'no'] } as const

type Related = { relationTo: string; value: unknown }
type FieldOf<Type> = Extract<FlattenedField, { type: Type }>

const several = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value])

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value)

/** What a related document is called; its id where it may not be read. */
const titleOf = (req: PayloadRequest, slug: string, related: unknown): Cell => {
  if (typeof related !== 'object' || related === null) return related as Cell
  const { useAsTitle = 'id' } = req.payload.collections[slug as CollectionSlug]?.config.admin ?? {}
  const document = related as Record<string, Cell>
  return document[useAsTitle] ?? document.id ?? null
}

const relation = (
  req: PayloadRequest,
  { relationTo }: FieldOf<'relationship' | 'upload'>,
  value: unknown,
): Cell => {
  const titles = several(value).map((one) =>
    typeof relationTo === 'string'
      ? titleOf(req, relationTo, one)
      : titleOf(req, (one as Related).relationTo, (one as Related).value),
  )
  return titles.length === 1 ? (titles[0] ?? null) : titles.join('; ')
}

const option = (req: PayloadRequest, { options }: FieldOf<'select' | 'radio'>, value: unknown) => {
  const said = several(value).map((one) => {
    const known = options.find(
      (it): it is OptionObject => typeof it === 'object' && it.value === one,
    )
    return known ? getTranslation(known.label as string, req.i18n) : asText(one)
  })
  return said.join('; ')
}

const date = (req: PayloadRequest, field: FieldOf<'date'>, value: unknown): Cell => {
  const isDay = field.admin?.date?.pickerAppearance === 'dayOnly'
  return (isDay ? isoDay : isoTime)(new Date(value as string), clinicZone(req))
}

/** `Obat: Paracetamol, Jumlah: 2 | Obat: …`: a line's fields, and the lines. */
const lines = (req: PayloadRequest, field: FieldOf<'array'>, value: unknown): Cell =>
  several(value)
    .map((line) =>
      field.flattenedFields
        .filter(({ name }) => name !== 'id')
        .map((inner) => {
          const cell = presentCell(req, inner, (line as Record<string, unknown>)[inner.name])
          return cell === null ? '' : `${labelOf(inner, req)}: ${cell}`
        })
        .filter(Boolean)
        .join(', '),
    )
    .join(' | ')

/**
 * A field's value as a cell: numbers as they are, times by the clinic's clock, relations by their titles,
 * choices by their labels; several of something in one text.
 * @param field null for the document's id
 */
export const presentCell = (
  req: PayloadRequest,
  field: FlattenedField | null,
  value: unknown,
): Cell => {
  if (value === null || value === undefined) return null
  switch (field?.type) {
    case 'relationship':
    case 'upload':
      return relation(req, field, value)
    case 'select':
    case 'radio':
      return option(req, field, value)
    case 'date':
      return date(req, field, value)
    case 'checkbox':
      return YES_NO[languageOf(req.i18n)][value ? 0 : 1]
    case 'richText':
      return convertLexicalToPlaintext({ data: value as never })
    case 'array':
      return lines(req, field, value)
    default:
      return typeof value === 'number' ? value : several(value).map(asText).join('; ')
  }
}
