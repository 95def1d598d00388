import type { Config, Plugin } from 'payload'

import type { Payable } from '@/plugins/payments/contract'

import { agendaRegistrations } from './collections/agendaRegistrations'
import { agendas } from './collections/agendas'
import { coupons } from './collections/coupons'
import { courses } from './collections/courses'
import { enrollments } from './collections/enrollments'
import { lessonFiles } from './collections/lessonFiles'

export type CoursesOptions = {
  /** The folder that keeps the files of lessons; nothing serves it without asking who wants to read. */
  lessonFilesDir: string
  /** The address that browsers use, for links in answers. */
  serverUrl: string
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
}

/** What can be paid for here: courses and agendas. */
export const coursesPayables = (_options: CoursesOptions): Payable[] => []

/** Courses, agendas and coupons; contract checkout.md. */
export const coursesPlugin =
  (options: CoursesOptions): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [
      ...(config.collections ?? []),
      courses,
      agendas,
      coupons,
      enrollments,
      agendaRegistrations,
      lessonFiles(options),
    ],
  })
