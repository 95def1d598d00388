import type { DocumentViewConfig } from 'payload'

import type { Role } from '@/access/roles'
import type { MenuItem, PanelView } from '@/lib/panel/addToPanel'

/** The page of a doctor's own hours. Browser-safe. */
export const SCHEDULE_ROLES: readonly Role[] = ['doctor']
export const SCHEDULE_TITLE = { en: 'My hours', id: 'Jadwal saya' }

export const scheduleMenu: MenuItem[] = [
  { path: '/jadwal', label: SCHEDULE_TITLE, roles: SCHEDULE_ROLES },
]

export const scheduleViews: Record<string, PanelView> = {
  schedule: {
    path: '/jadwal',
    title: SCHEDULE_TITLE,
    Component: '@/plugins/consultations/admin/schedule/SchedulePage#SchedulePage',
  },
}

/** The same as a tab of the doctor's document, for who may change it. */
export const scheduleTab: DocumentViewConfig = {
  path: '/schedule',
  Component: '@/plugins/consultations/admin/schedule/ScheduleView#ScheduleView',
  tab: {
    href: '/schedule',
    order: 200,
    label: ({ t }) => t('consultations:schedule'),
    condition: ({ permissions }) => Boolean(permissions.collections?.doctors?.update),
  },
}
