import type { CollectionConfig, Field } from 'payload'

import { serverUser } from '@/lib/fields'

import { prescriptions as access } from '../access'
import { DOSE_MAX, QUANTITY_MAX } from '../constants'
import type { PharmacyOptions } from '../index'
import { PHARMACY_GROUP } from './group'

const items: Field = {
  name: 'items',
  type: 'array',
  label: { en: 'Medicine', id: 'Obat' },
  labels: { singular: { en: 'Medicine', id: 'Obat' }, plural: { en: 'Medicine', id: 'Obat' } },
  required: true,
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'obat',
          type: 'relationship',
          label: { en: 'Medicine', id: 'Obat' },
          relationTo: 'obat',
          required: true,
        },
        {
          name: 'quantity',
          type: 'number',
          label: { en: 'Quantity', id: 'Jumlah' },
          required: true,
          min: 1,
          max: QUANTITY_MAX,
        },
        {
          name: 'used',
          type: 'number',
          label: { en: 'Ordered of it', id: 'Sudah dipesan' },
          required: true,
          defaultValue: 0,
        },
      ],
    },
    {
      name: 'dose',
      type: 'text',
      label: { en: 'Dose', id: 'Dosis' },
      required: true,
      maxLength: DOSE_MAX,
    },
    { name: 'note', type: 'text', label: { en: 'Note', id: 'Catatan' }, maxLength: DOSE_MAX },
  ],
}

/**
 * What a doctor lets a patient have: each piece once. Issued by `issuePrescription`, drawn on by orders,
 * and never changed otherwise.
 */
export const prescriptions = ({ prescriptionRelations }: PharmacyOptions): CollectionConfig => ({
  slug: 'prescriptions',
  labels: {
    singular: { en: 'Prescription', id: 'Resep' },
    plural: { en: 'Prescriptions', id: 'Resep' },
  },
  admin: {
    useAsTitle: 'id',
    defaultColumns: ['id', 'patient', 'doctorName', 'validUntil', 'createdAt'],
    listSearchableFields: ['id', 'doctorName'],
    group: PHARMACY_GROUP,
    description: {
      en: 'What doctors let patients have. Orders draw on it by themselves.',
      id: 'Obat yang diresepkan dokter. Order pasien memakainya dengan sendirinya.',
    },
  },
  access,
  defaultSort: '-id',
  disableDuplicate: true,
  disableBulkEdit: true,
  versions: false,
  fields: [
    {
      name: 'patient',
      type: 'relationship',
      label: { en: 'Patient', id: 'Pasien' },
      relationTo: 'users',
      required: true,
      index: true,
    },
    ...prescriptionRelations,
    {
      name: 'doctorName',
      type: 'text',
      label: { en: "Doctor's name", id: 'Nama dokter' },
      required: true,
      maxLength: 255,
    },
    serverUser('issuedBy', { en: 'Issued by', id: 'Dikeluarkan oleh' }),
    items,
    {
      name: 'validUntil',
      type: 'date',
      label: { en: 'Valid until', id: 'Berlaku sampai' },
      required: true,
      index: true,
    },
  ],
})
