import type { CollectionConfig, Field } from 'payload'

import { serverOnly } from '@/access'
import { AMOUNT_MAX, isWhole, RUPIAH, rupiah, serverDate, serverUser } from '@/lib/fields'
import { setUuid, uuidField } from '@/lib/uuid'

import { pemeriksaan as access, readNotes, writeNotes } from '../access'
import { LINES_MAX, NAME_MAX, NOTES_MAX, QUANTITY_MAX } from '../constants'
import type { ExaminationsOptions } from '../index'
import { EXAMINATIONS_GROUP } from './group'

const items: Field = {
  name: 'items',
  type: 'array',
  label: { en: 'Bill', id: 'Tagihan' },
  labels: { singular: { en: 'Line', id: 'Baris' }, plural: { en: 'Lines', id: 'Baris' } },
  required: true,
  minRows: 1,
  maxRows: LINES_MAX,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'name',
          type: 'text',
          label: { en: 'What', id: 'Tindakan' },
          required: true,
          maxLength: NAME_MAX,
        },
        rupiah('price', { en: 'Price (Rp)', id: 'Harga (Rp)' }),
        {
          name: 'quantity',
          type: 'number',
          label: { en: 'Quantity', id: 'Jumlah' },
          required: true,
          defaultValue: 1,
          min: 1,
          max: QUANTITY_MAX,
          validate: isWhole(QUANTITY_MAX, 1),
        },
      ],
    },
  ],
}

/** An examination and its bill. Its id is the key of the bill's page: whoever has the link may pay. */
export const pemeriksaan = (options: ExaminationsOptions): CollectionConfig => ({
  slug: 'pemeriksaan',
  labels: {
    singular: { en: 'Examination', id: 'Pemeriksaan' },
    plural: { en: 'Examinations', id: 'Pemeriksaan' },
  },
  admin: {
    useAsTitle: 'number',
    defaultColumns: ['number', 'patient', 'doctor', 'date', 'total', 'dibayar'],
    group: EXAMINATIONS_GROUP,
    description: {
      en: 'What was examined, and what it costs. Notes are for the doctor and the patient alone.',
      id: 'Pemeriksaan dan tagihannya. Catatan medis hanya untuk dokter dan pasien.',
    },
  },
  access: access(options),
  defaultSort: '-number',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    uuidField,
    {
      name: 'number',
      type: 'number',
      label: { en: 'Number', id: 'Nomor' },
      unique: true,
      index: true,
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar', condition: (data) => Boolean(data.number) },
    },
    {
      name: 'patient',
      type: 'relationship',
      label: { en: 'Patient', id: 'Pasien' },
      relationTo: 'users',
      required: true,
      index: true,
      filterOptions: { role: { equals: 'patient' } },
    },
    {
      name: 'doctor',
      type: 'relationship',
      label: { en: 'Doctor', id: 'Dokter' },
      relationTo: options.doctors.collection,
      required: true,
      index: true,
    },
    {
      name: 'date',
      type: 'date',
      label: { en: 'Date', id: 'Tanggal' },
      required: true,
      index: true,
      defaultValue: () => new Date().toISOString(),
      admin: { date: { pickerAppearance: 'dayAndTime' } },
    },
    items,
    {
      name: 'total',
      type: 'number',
      label: { en: 'Total (Rp)', id: 'Total (Rp)' },
      required: true,
      defaultValue: 0,
      min: 0,
      max: AMOUNT_MAX,
      access: serverOnly,
      admin: { readOnly: true, components: RUPIAH },
    },
    {
      name: 'dibayar',
      type: 'checkbox',
      label: { en: 'Paid', id: 'Dibayar' },
      required: true,
      defaultValue: false,
      index: true,
      access: serverOnly,
      admin: { readOnly: true, position: 'sidebar' },
    },
    serverDate('paidAt', { en: 'Paid at', id: 'Dibayar pada' }),
    serverUser('paidBy', { en: 'Taken by', id: 'Diterima oleh' }),
    {
      name: 'notes',
      type: 'textarea',
      label: { en: 'Medical notes', id: 'Catatan medis' },
      maxLength: NOTES_MAX,
      access: { read: readNotes, create: writeNotes, update: writeNotes },
    },
  ],
  hooks: { beforeValidate: [setUuid] },
})
