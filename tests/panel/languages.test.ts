import type { Field, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { beforeAll, describe, expect, it } from 'vitest'

import { panelParts } from '@/lib/panel/addToPanel'

import { testPayload } from '../support/payload'

/** The same in both languages. */
const NEUTRAL = ['SKU', 'Barcode', 'QRIS', 'Slug', 'Email', 'Password', 'SEO']

/** A text that somebody may see: said in both languages, or Payload's own, which is a function. */
const isSaid = (text: unknown): boolean => {
  if (text === undefined || text === false || typeof text === 'function') return true
  if (typeof text === 'string') return NEUTRAL.includes(text)
  const { en, id } = (text ?? {}) as { en?: unknown; id?: unknown }
  return [en, id].every((words) => typeof words === 'string' && words.trim() !== '')
}

type Text = [where: string, text: unknown]
type Labels = { singular?: unknown; plural?: unknown }
type Anything = {
  name?: string
  type?: string
  label?: unknown
  labels?: Labels
  hidden?: boolean
  admin?: { hidden?: boolean; disabled?: boolean; description?: unknown; placeholder?: unknown }
  options?: { label?: unknown; value?: string }[]
  fields?: Field[]
  tabs?: Anything[]
  blocks?: (Anything & { slug: string })[]
}

const ofLabels = (where: string, { singular, plural }: Labels = {}): Text[] => [
  [`${where} (singular)`, singular],
  [`${where} (plural)`, plural],
]

const ofField = (path: string, field: Anything): Text[] => {
  const { admin = {}, type } = field
  if (field.hidden || admin.hidden || admin.disabled) return []
  const where = `${path}.${field.name ?? type}`
  // A row has no label, and Payload writes `label` of what it does not show.
  const own: Text[] = type === 'row' || type === 'ui' ? [] : [[where, field.label]]
  return [
    ...own,
    [`${where} (description)`, admin.description],
    [`${where} (placeholder)`, admin.placeholder],
    ...(type === 'array' || type === 'blocks' ? ofLabels(where, field.labels) : []),
    ...(field.options ?? []).map((option): Text => [`${where} = ${option.value}`, option.label]),
    ...(field.fields ?? []).flatMap((inner) => ofField(where, inner as Anything)),
    ...(field.tabs ?? []).flatMap((tab) => ofField(where, { ...tab, type: 'tab' })),
    ...(field.blocks ?? []).flatMap((block) => ofField(where, block)),
  ]
}

const ofCollection = ({ slug, labels, admin, fields }: SanitizedCollectionConfig): Text[] => [
  ...ofLabels(slug, labels),
  [`${slug} (group)`, admin.group],
  [`${slug} (description)`, admin.description],
  ...fields.flatMap((field) => ofField(slug, field as Anything)),
]

/** The keys of a dictionary: `general.save`. */
const flat = (words: object, path = ''): string[] =>
  Object.entries(words).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? flat(value, `${path}${key}.`) : [`${path}${key}`],
  )

describe('the panel speaks Indonesian and English', () => {
  let config: SanitizedConfig

  beforeAll(async () => {
    config = (await testPayload()).config
  })

  it('in every label, description, option and group of every collection', () => {
    const own = config.collections.filter(({ slug }) => !slug.startsWith('payload-'))
    const texts = own.flatMap(ofCollection)
    expect(texts.length).toBeGreaterThan(200)
    expect(texts.filter(([, text]) => !isSaid(text))).toEqual([])
  })

  it('in every collection’s name, group and description', () => {
    for (const { slug, labels, admin } of config.collections) {
      if (slug.startsWith('payload-')) continue
      // Without a group on purpose: no link in the menu.
      const group = admin.group === false ? [] : [admin.group]
      for (const text of [labels.singular, labels.plural, ...group, admin.description]) {
        expect([slug, typeof text]).toEqual([slug, 'object'])
      }
    }
  })

  it('in the menu, on the home pages, and in what it says of refusals', () => {
    const { menu, home, refusals } = panelParts(config)
    const texts: Text[] = [
      ...[...menu, ...home].map(({ label }): Text => [JSON.stringify(label), label]),
      ...Object.entries(refusals),
    ]
    expect(texts.filter(([, text]) => !isSaid(text))).toEqual([])
    // What differs from time to time is in both.
    const places = (text: string): string[] => [...new Set(text.match(/\{\w+\}/g))].sort()
    for (const [message, { en, id }] of Object.entries(refusals)) {
      expect([message, places(en), places(id)]).toEqual([message, places(id), places(id)])
      expect(places(message)).toEqual(expect.arrayContaining(places(en)))
    }
  })

  it('has an Indonesian word for every English one of Payload’s', () => {
    const keysOf = (language: 'en' | 'id'): string[] => {
      const { supportedLanguages, translations } = config.i18n
      const own = (translations as Record<string, object | undefined>)[language]
      return flat({ ...supportedLanguages[language]?.translations }).concat(flat({ ...own }))
    }
    const known = new Set(keysOf('id'))
    const wanted = keysOf('en')
    expect(wanted.length).toBeGreaterThan(300)
    const missing = wanted.filter((key) => !known.has(key))
    expect(missing).toEqual([])
  })
})
