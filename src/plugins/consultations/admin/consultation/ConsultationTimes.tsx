import type { UIFieldServerProps } from 'payload'

import { readingTime } from '../../clock'
import { ConsultationActions } from './ConsultationActions'

/** Beside a consultation: what is left of it by the database's clock, whatever this computer's shows. */
export const ConsultationTimes = async ({ req }: UIFieldServerProps) => (
  <ConsultationActions serverTime={(await readingTime(req)).toISOString()} />
)
