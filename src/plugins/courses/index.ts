import type { Config, Plugin } from 'payload'

import { withRefusals } from '@/lib/collectionRefusals'
import { addToPanel } from '@/lib/panel/addToPanel'
import { withCards } from '@/lib/publicCard'
import type { Payable } from '@/plugins/payments/contract'

import { agendaCards, courseCards } from './cards'
import { agendaRegistrations } from './collections/agendaRegistrations'
import { agendas } from './collections/agendas'
import { coupons } from './collections/coupons'
import { courses } from './collections/courses'
import { enrollments } from './collections/enrollments'
import { lessonFiles } from './collections/lessonFiles'
import { coursesEndpoints } from './endpoints'
import { courseMutations } from './graphql'
import { agendaPayable } from './operations/agendaPayable'
import { coursePayable } from './operations/coursePayable'
import { panelRefusals } from './panelRefusals'
import { refusals } from './refusals'

export { coursesTools } from './assistantTools'

export type CoursesOptions = {
  /** The folder that keeps the files of lessons; nothing serves it without asking who wants to read. */
  lessonFilesDir: string
  /** The address that browsers use, for links in answers. */
  serverUrl: string
  /** RATE_LIMIT_FACTOR */
  rateLimitFactor: number
}

/** What can be paid for here: courses and agendas. */
export const coursesPayables = (options: CoursesOptions): Payable[] => [
  coursePayable(options),
  agendaPayable(options),
]

/** Courses, agendas and coupons; contract checkout.md. */
export const coursesPlugin =
  (options: CoursesOptions): Plugin =>
  (config: Config): Config =>
    addToPanel(
      {
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
        endpoints: [...(config.endpoints ?? []), ...coursesEndpoints(options)],
        graphQL: {
          ...config.graphQL,
          mutations: (graphQL, payload) => ({
            ...config.graphQL?.mutations?.(graphQL, payload),
            ...courseMutations(graphQL, payload),
          }),
        },
        custom: {
          ...config.custom,
          ...withRefusals(config, refusals),
          ...withCards(config, courseCards, agendaCards),
        },
      },
      { refusals: panelRefusals },
    )
