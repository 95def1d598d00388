import type { HomePart } from '@/lib/panel/addToPanel'

/** What an admin sees of consultations first. */
export const statisticsHome: HomePart[] = [
  {
    slug: 'consultations',
    label: { en: 'Consultations', id: 'Konsultasi' },
    roles: ['admin'],
    Component: '@/plugins/consultations/admin/statistics/StatisticsHome#StatisticsHome',
    width: 'full',
  },
]
