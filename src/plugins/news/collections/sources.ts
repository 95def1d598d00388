import type { Field, TextFieldSingleValidation } from 'payload'

import { isWebAddress } from '@/lib/addresses'

import { ADDRESS_MAX, SOURCES_MAX, TITLE_MAX } from '../constants'

const isAddress: TextFieldSingleValidation = (value) => {
  if (!value) return true
  if (value.length > ADDRESS_MAX) return 'Alamat terlalu panjang.'
  return isWebAddress(value) || 'Alamat harus diawali https:// atau http://.'
}

/** Where an article has its knowledge from. */
export const sources: Field = {
  name: 'sources',
  type: 'array',
  label: { en: 'Sources', id: 'Sumber' },
  labels: { singular: { en: 'Source', id: 'Sumber' }, plural: { en: 'Sources', id: 'Sumber' } },
  maxRows: SOURCES_MAX,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'title',
          type: 'text',
          label: { en: 'Title', id: 'Judul' },
          required: true,
          maxLength: TITLE_MAX,
        },
        {
          name: 'url',
          type: 'text',
          label: { en: 'Address', id: 'Alamat' },
          validate: isAddress,
        },
      ],
    },
  ],
}
