import type { CollectionConfig } from 'payload'

import { serverOnly } from '@/access'
import { isSaved } from '@/lib/fields'
import { idempotentCreate } from '@/lib/idempotentCreate'
import { setUuid, uuidField } from '@/lib/uuid'

import { pemeriksaan as access, readNotes, writeNotes } from '../access'
import { CONTACT_MAX, NOTES_MAX } from '../constants'
import { paperEndpoints } from '../endpoints/papers'
import { transitionEndpoints } from '../endpoints/transitions'
import { giveMoneyBack } from '../hooks/giveMoneyBack'
import { keepBillWhilePaid } from '../hooks/keepBillWhilePaid'
import { keepBillWithHistory } from '../hooks/keepBillWithHistory'
import { lockBillFirst } from '../hooks/lockBillFirst'
import { nameDoctor } from '../hooks/nameDoctor'
import { namePatient } from '../hooks/namePatient'
import { sumLines } from '../hooks/sumLines'
import { takeMoney } from '../hooks/takeMoney'
import { tellDesk } from '../hooks/tellDesk'
import { tellPatient } from '../hooks/tellPatient'
import type { ExaminationsOptions } from '../index'
import { billLines, billTotal } from './billFields'
import { billActions, billTitle, NUMBER } from './billShown'
import { EXAMINATIONS_GROUP } from './group'
import { paymentFields } from './paymentFields'

/**
 * An examination and its bill. Its id is the key of the bill's page: whoever has the link may pay. What a
 * client may send: patient (or patientContact), date, items, notes; admins also the doctor.
 */
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
  versions: false,
  fields: [
    uuidField,
    billTitle,
    billActions,
    {
      name: 'number',
      type: 'number',
      label: { en: 'Number', id: 'Nomor' },
      unique: true,
      index: true,
      access: serverOnly,
      admin: {
        readOnly: true,
        position: 'sidebar',
        condition: isSaved,
        components: NUMBER,
      },
    },
    {
      name: 'patient',
      type: 'relationship',
      label: { en: 'Patient', id: 'Pasien' },
      relationTo: 'users',
      index: true,
      filterOptions: { role: { equals: 'patient' } },
      // namePatient has looked, and says more; one is always there.
      validate: () => true as const,
    },
    {
      name: 'patientContact',
      type: 'text',
      label: { en: 'Or their e-mail or phone', id: 'Atau email atau telepon pasien' },
      virtual: true,
      maxLength: CONTACT_MAX,
      access: { update: () => false },
      admin: {
        // Payload shows what is virtual as read only.
        readOnly: false,
        condition: (data, _siblings, { user }) => !isSaved(data) && user?.role === 'doctor',
        description: {
          en: 'Of a patient whom you have not seen before, exactly as in their account.',
          id: 'Untuk pasien yang baru pertama kali Anda periksa, persis seperti di akunnya.',
        },
      },
    },
    {
      name: 'doctor',
      type: 'relationship',
      label: { en: 'Doctor', id: 'Dokter' },
      relationTo: options.doctors.collection,
      required: true,
      index: true,
      admin: { condition: (data, _siblings, { user }) => isSaved(data) || user?.role === 'admin' },
    },
    {
      name: 'date',
      type: 'date',
      label: { en: 'Date', id: 'Tanggal' },
      required: true,
      index: true,
      defaultValue: () => new Date().toISOString(),
      admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'dd/MM/yyyy HH:mm' } },
    },
    billLines,
    billTotal,
    ...paymentFields,
    {
      name: 'notes',
      type: 'textarea',
      label: { en: 'Medical notes', id: 'Catatan medis' },
      maxLength: NOTES_MAX,
      access: { read: readNotes, create: writeNotes, update: writeNotes },
    },
  ],
  endpoints: [idempotentCreate('pemeriksaan'), ...transitionEndpoints, ...paperEndpoints],
  hooks: {
    beforeOperation: [lockBillFirst],
    beforeValidate: [setUuid, nameDoctor(options), namePatient(options), sumLines],
    beforeChange: [keepBillWhilePaid],
    afterChange: [takeMoney, giveMoneyBack, tellPatient(options), tellDesk],
    beforeDelete: [keepBillWithHistory],
  },
})
