import { showTime } from '@/lib/panel/showDate'
import type { Doctor } from '@/payload-types'

import styles from './Schedule.module.css'
import type { ScheduleWords } from './words'

type Props = { doctor: Doctor; words: ScheduleWords; zone: string }

const said = ({ doctor, words, zone }: Props): string => {
  if (!doctor.active) return words.inactive
  if (doctor.onDuty) return words.onDuty
  const next = doctor.nextAvailableAt
  return next ? words.offDuty(showTime(next, zone)) : words.noHours
}

/** Whether the doctor works now by the hours that are saved, and when next. */
export const Duty = (props: Props) => (
  <p className={props.doctor.onDuty ? styles.onDuty : styles.offDuty} id="duty-now" role="status">
    {said(props)}
  </p>
)
