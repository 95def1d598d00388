'use client'

import { Link, useConfig, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'
import { showWhole } from '@/lib/panel/showRupiah'
import { useLive } from '@/plugins/realtime/admin/useLive'

import styles from './Statistics.module.css'
import type { StatisticsWords } from './words'
import { WORDS } from './words'

/** What `GET /api/consultations/statistics` answers. */
type Statistics = {
  active: number
  waiting: number
  scheduled: number
  messagesToday: number
  averageFirstAnswerSeconds: number | null
  lagSeconds: number
}

const SECONDS_PER_MINUTE = 60
/** Admins hear it when a consultation was left unanswered. */
const EVENT = 'notification'

const duration = (seconds: number | null, words: StatisticsWords): string => {
  if (seconds === null) return words.none
  const whole = Math.round(seconds)
  return whole < 2 * SECONDS_PER_MINUTE
    ? words.seconds(whole)
    : words.minutes(Math.round(whole / SECONDS_PER_MINUTE))
}

const Figures = ({ body, words }: { body: Statistics; words: StatisticsWords }) => {
  const figures: [label: string, value: string, hint?: string][] = [
    [words.active, showWhole(body.active)],
    [words.waiting, showWhole(body.waiting)],
    [words.scheduled, showWhole(body.scheduled)],
    [words.messagesToday, showWhole(body.messagesToday)],
    [words.firstAnswer, duration(body.averageFirstAnswerSeconds, words), words.firstAnswerHint],
    [words.lag, duration(body.lagSeconds, words)],
  ]
  return (
    <dl className={styles.figures}>
      {figures.map(([label, value, hint]) => (
        <div key={label}>
          <dt>
            {label}
            {hint && <small> ({hint})</small>}
          </dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

/** On an admin's first page: how the consultations are going. */
export const StatisticsHome = () => {
  const { i18n } = useTranslation()
  const { api, admin } = useConfig().config.routes
  const words = WORDS[languageOf(i18n)]
  const { body, isStale } = useLive<Statistics>(`${api}/consultations/statistics`, EVENT)
  return (
    <article className={styles.card}>
      <h2 className={styles.heading}>{words.title}</h2>
      {!body && (
        <p aria-busy={!isStale} role={isStale ? 'alert' : undefined}>
          {isStale ? words.failed : words.loading}
        </p>
      )}
      {body && isStale && <p role="alert">{words.stale}</p>}
      {body && <Figures body={body} words={words} />}
      <p>
        <Link href={`${admin}/collections/consultations`}>{words.toList}</Link>
      </p>
    </article>
  )
}
