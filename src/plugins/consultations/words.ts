import type { Said } from '@/lib/panel/said'

import type { ConsultationStatus, Day } from './constants'

export const DAY_LABELS: Record<Day, Said> = {
  monday: { en: 'Monday', id: 'Senin' },
  tuesday: { en: 'Tuesday', id: 'Selasa' },
  wednesday: { en: 'Wednesday', id: 'Rabu' },
  thursday: { en: 'Thursday', id: 'Kamis' },
  friday: { en: 'Friday', id: 'Jumat' },
  saturday: { en: 'Saturday', id: 'Sabtu' },
  sunday: { en: 'Sunday', id: 'Minggu' },
}

export const STATUS_LABELS: Record<ConsultationStatus, Said> = {
  scheduled: { en: 'Scheduled', id: 'Terjadwal' },
  active: { en: 'Active', id: 'Berlangsung' },
  expired: { en: 'Over', id: 'Selesai' },
}
