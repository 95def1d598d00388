import type { redirectsPlugin } from '@payloadcms/plugin-redirects'
import type { Field, TextFieldSingleValidation } from 'payload'

import { isOwnPath, isWebAddress } from '@/lib/addresses'
import { shownTo } from '@/lib/panel/shownTo'

import { openToRead as access } from '../access'
import { ADDRESS_MAX } from '../constants'
import { straightenRedirect } from '../hooks/straightenRedirect'
import { NEWS_GROUP } from './group'

type Overrides = NonNullable<Parameters<typeof redirectsPlugin>[0]['overrides']>

const isPath: TextFieldSingleValidation = (value) =>
  (isOwnPath(value) && value.length <= ADDRESS_MAX && !/[?#]/.test(value)) ||
  'Harus berupa alamat di situs ini, misalnya /news/judul-lama.'

const isTarget: TextFieldSingleValidation = (value, { siblingData }) => {
  if ((siblingData as { type?: unknown }).type === 'reference') return true
  const isFit = (value?.length ?? 0) <= ADDRESS_MAX && (isOwnPath(value) || isWebAddress(value))
  return isFit || 'Harus berupa alamat di situs ini, atau diawali https:// atau http://.'
}

const VALIDATIONS: Record<string, TextFieldSingleValidation> = { from: isPath, url: isTarget }

const OPTIONS = [
  { value: 'reference', label: { en: 'An article', id: 'Artikel' } },
  { value: 'custom', label: { en: 'An address', id: 'Alamat' } },
]

const fitted = (field: Field): Field => {
  if (field.type === 'group') return { ...field, fields: field.fields.map(fitted) }
  if (field.type === 'radio') return { ...field, options: OPTIONS }
  const validate = 'name' in field ? VALIDATIONS[field.name] : undefined
  return validate ? ({ ...field, validate } as Field) : field
}

/** Where readers of an address that is no more are led; changes of slugs write them by themselves. */
export const redirects: Overrides = {
  labels: {
    singular: { en: 'Redirect', id: 'Pengalihan' },
    plural: { en: 'Redirects', id: 'Pengalihan' },
  },
  access,
  versions: false,
  disableDuplicate: true,
  admin: {
    useAsTitle: 'from',
    group: NEWS_GROUP,
    description: {
      en: 'Where old addresses lead. A new slug of a published article leaves one by itself.',
      id: 'Tujuan alamat lama. Slug baru artikel yang terbit membuatnya dengan sendirinya.',
    },
    hidden: shownTo('admin', 'editor'),
  },
  fields: ({ defaultFields }) => defaultFields.map(fitted),
  hooks: { beforeChange: [straightenRedirect] },
}
