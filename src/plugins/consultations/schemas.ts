import { z } from 'zod'

import { documentId } from '@/lib/contractRequest'
import { documentOf } from '@/lib/contract'
import type { Consultation } from '@/payload-types'

import {
  DOSE_MAX,
  EXTENSION_MAX_MINUTES,
  PRESCRIBED_LINES_MAX,
  REASON_MAX,
  SUMMARY_MAX,
} from './constants'

/** What is done with a consultation, as the generated API's operations take it. */

/** What the database keeps as it came: no NUL, and no half of a character. */
const isStorable = (value: string): boolean =>
  !value.includes('\0') && !/\p{Surrogate}/u.test(value)

const text = (name: string, max: number) =>
  z
    .string({ error: `${name} wajib diisi.` })
    .trim()
    .min(1, `${name} wajib diisi.`)
    .max(max, `${name} maksimal ${max} karakter.`)
    .refine(isStorable, `${name} berisi karakter yang tidak dapat disimpan.`)

const MINUTES = `Menit harus bilangan bulat antara 1 dan ${EXTENSION_MAX_MINUTES}.`

export const extensionBody = z.object({
  minutes: z.int({ error: MINUTES }).min(1, MINUTES).max(EXTENSION_MAX_MINUTES, MINUTES),
  reason: text('Alasan', REASON_MAX),
})

export const summaryBody = z.object({ summary: text('Ringkasan', SUMMARY_MAX) })

const LINES = `Resep berisi 1 sampai ${PRESCRIBED_LINES_MAX} obat.`
const QUANTITY = 'Jumlah harus bilangan bulat mulai dari 1.'

export const prescriptionBody = z.object({
  items: z
    .array(
      z.object({
        obat: documentId,
        quantity: z.int({ error: QUANTITY }).min(1, QUANTITY),
        dose: text('Dosis', DOSE_MAX).describe('How to take it: `3 × 1 sesudah makan`.'),
        note: text('Catatan', DOSE_MAX)
          .nullish()
          .transform((note) => note ?? null),
      }),
      { error: LINES },
    )
    .min(1, LINES)
    .max(PRESCRIBED_LINES_MAX, LINES),
})

export const consultationChanged = z.object({
  message: z.literal('OK'),
  doc: documentOf<Consultation>('consultations'),
})

export const prescriptionIssued = z.object({
  message: z.literal('OK'),
  doc: z.object({ id: z.int() }).describe('The prescription.'),
})

const seconds = z.number().nullable()

/** `GET /api/consultations/statistics` */
export const statisticsAnswer = z.object({
  active: z.int().describe('Consultations that go on now.'),
  waiting: z
    .int()
    .describe('Of those, where the doctor does not have the last word, as in the list of rooms.'),
  scheduled: z.int(),
  messagesToday: z.int().describe("Since midnight, by the clinic's clock."),
  averageFirstAnswerSeconds: seconds.describe(
    'From the beginning to the first answer of the doctor, over the last 30 days.',
  ),
  lagSeconds: z.number().describe('How late the sweepers are: 0 when nothing is overdue.'),
})
