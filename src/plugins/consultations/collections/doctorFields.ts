import type { Field } from 'payload'

import { readOwnDoctor } from '../access'
import { CANNED_MAX, CANNED_ROWS_MAX, DAYS, OVERRIDES_MAX, SCHEDULE_MAX } from '../constants'
import { showNextAvailable, showOnDuty } from '../hooks/showDuty'
import { DAY_LABELS } from '../words'

const time = (name: string, label: { en: string; id: string }): Field => ({
  name,
  type: 'text',
  label,
  maxLength: 5,
  admin: { placeholder: { en: 'HH:MM', id: 'JJ:MM' }, width: '30%' },
})

const START = { en: 'From', id: 'Mulai' }
const END = { en: 'Until', id: 'Sampai' }

/** Hours of each week, by the clinic's clock; several a day; `24:00` is the day's end. */
export const schedule: Field = {
  name: 'schedule',
  type: 'array',
  maxRows: SCHEDULE_MAX,
  label: { en: 'Weekly schedule', id: 'Jadwal mingguan' },
  labels: {
    singular: { en: 'Hours', id: 'Jam praktik' },
    plural: { en: 'Hours', id: 'Jam praktik' },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'day',
          type: 'select',
          label: { en: 'Day', id: 'Hari' },
          required: true,
          options: DAYS.map((value) => ({ value, label: DAY_LABELS[value] })),
        },
        time('startTime', START),
        time('endTime', END),
      ],
    },
  ],
}

/** Dates that differ: closed, or other hours, instead of the week's. */
export const overrides: Field = {
  name: 'overrides',
  type: 'array',
  maxRows: OVERRIDES_MAX,
  label: { en: 'Dates that differ', id: 'Tanggal khusus' },
  labels: {
    singular: { en: 'Date', id: 'Tanggal' },
    plural: { en: 'Dates', id: 'Tanggal' },
  },
  fields: [
    {
      type: 'row',
      fields: [
        {
          name: 'date',
          type: 'text',
          label: { en: 'Date', id: 'Tanggal' },
          required: true,
          maxLength: 10,
          admin: { placeholder: { en: 'YYYY-MM-DD', id: 'TTTT-BB-HH' } },
        },
        {
          name: 'closed',
          type: 'checkbox',
          label: { en: 'Closed', id: 'Libur' },
          defaultValue: false,
        },
        time('startTime', START),
        time('endTime', END),
      ],
    },
  ],
}

/** Sentences that a doctor sends often; theirs alone. */
export const cannedAnswers: Field = {
  name: 'cannedAnswers',
  type: 'array',
  maxRows: CANNED_ROWS_MAX,
  label: { en: 'Canned answers', id: 'Jawaban siap pakai' },
  labels: {
    singular: { en: 'Answer', id: 'Jawaban' },
    plural: { en: 'Answers', id: 'Jawaban' },
  },
  access: { read: readOwnDoctor },
  fields: [
    {
      name: 'text',
      type: 'textarea',
      label: { en: 'Text', id: 'Teks' },
      required: true,
      maxLength: CANNED_MAX,
    },
  ],
}

/** Computed at each reading, of schedule and overrides by the clinic's clock; never stored. */
export const dutyNow: Field[] = [
  {
    name: 'onDuty',
    type: 'checkbox',
    label: { en: 'On duty now', id: 'Sedang praktik' },
    virtual: true,
    hooks: { afterRead: [showOnDuty] },
    admin: { readOnly: true, position: 'sidebar' },
  },
  {
    name: 'nextAvailableAt',
    type: 'date',
    label: { en: 'Next available', id: 'Praktik berikutnya' },
    virtual: true,
    hooks: { afterRead: [showNextAvailable] },
    admin: { readOnly: true, position: 'sidebar' },
  },
]
