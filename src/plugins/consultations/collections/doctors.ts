import type { CollectionConfig, Field } from 'payload'

import { adminField } from '@/access'
import { isWhole, rupiah } from '@/lib/fields'

import { doctors as access } from '../access'
import { CONCURRENT_DEFAULT, CONCURRENT_MAX } from '../constants'
import { checkHours } from '../hooks/checkHours'
import { checkLogin } from '../hooks/checkLogin'
import { keepDoctorWithHistory } from '../hooks/keepDoctorWithHistory'
import { lockDoctorFirst } from '../hooks/lockDoctorFirst'
import { cannedAnswers, dutyNow, overrides, schedule } from './doctorFields'
import { scheduleTab } from '../schedulePage'
import { CONSULTATIONS_GROUP } from './group'

/** Doctors change their schedule and their canned answers; the rest is for admins. */
const forAdmins = <Known extends Field>(field: Known): Known => ({
  ...field,
  access: { update: adminField },
})

/** Who gives consultations, when, and what one costs. */
export const doctors: CollectionConfig = {
  slug: 'doctors',
  labels: {
    singular: { en: 'Doctor', id: 'Dokter' },
    plural: { en: 'Doctors', id: 'Dokter' },
  },
  admin: {
    useAsTitle: 'name',
    defaultColumns: ['name', 'specialization', 'fee', 'onDuty', 'active'],
    listSearchableFields: ['name', 'specialization', 'strNumber', 'sipNumber'],
    group: CONSULTATIONS_GROUP,
    components: { views: { edit: { schedule: scheduleTab } } },
    description: {
      en: 'Who gives consultations, when, and what one costs.',
      id: 'Siapa yang melayani konsultasi, kapan, dan berapa biayanya.',
    },
  },
  access,
  // What is computed of a doctor needs them, and who may read what, whatever was selected.
  forceSelect: { schedule: true, overrides: true, active: true, user: true },
  defaultSort: 'name',
  disableDuplicate: true,
  versions: false,
  fields: [
    {
      name: 'user',
      type: 'relationship',
      label: { en: 'Login', id: 'Akun' },
      relationTo: 'users',
      required: true,
      unique: true,
      filterOptions: { role: { equals: 'doctor' } },
      // Who has been somebody's doctor stays that: a chat never changes its participants.
      access: { update: () => false },
    },
    forAdmins({
      type: 'text',
      name: 'name',
      label: { en: 'Name', id: 'Nama' },
      required: true,
      maxLength: 255,
    }),
    forAdmins({
      type: 'text',
      name: 'specialization',
      label: { en: 'Specialization', id: 'Spesialisasi' },
      required: true,
      maxLength: 255,
    }),
    forAdmins({
      type: 'text',
      name: 'strNumber',
      label: { en: 'STR number', id: 'Nomor STR' },
      maxLength: 64,
    }),
    forAdmins({
      type: 'text',
      name: 'sipNumber',
      label: { en: 'SIP number', id: 'Nomor SIP' },
      maxLength: 64,
    }),
    forAdmins({
      type: 'textarea',
      name: 'bio',
      label: { en: 'About', id: 'Tentang' },
      maxLength: 5_000,
    }),
    forAdmins({
      type: 'upload',
      name: 'photo',
      label: { en: 'Photo', id: 'Foto' },
      relationTo: 'media',
    }),
    forAdmins(rupiah('fee', { en: 'Fee (Rp)', id: 'Biaya konsultasi (Rp)' })),
    forAdmins({
      type: 'number',
      name: 'maxConcurrent',
      label: { en: 'Consultations at a time', id: 'Konsultasi bersamaan' },
      required: true,
      defaultValue: CONCURRENT_DEFAULT,
      validate: isWhole(CONCURRENT_MAX, 1),
      min: 1,
      max: CONCURRENT_MAX,
    }),
    forAdmins({
      type: 'checkbox',
      name: 'active',
      label: { en: 'Active', id: 'Aktif' },
      defaultValue: true,
      index: true,
      admin: { position: 'sidebar' },
    }),
    ...dutyNow,
    schedule,
    overrides,
    cannedAnswers,
  ],
  hooks: {
    beforeOperation: [lockDoctorFirst],
    beforeChange: [checkLogin, checkHours],
    beforeDelete: [keepDoctorWithHistory],
  },
}
