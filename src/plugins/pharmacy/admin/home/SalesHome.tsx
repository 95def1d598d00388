'use client'

import { Link, useConfig, useTranslation } from '@payloadcms/ui'

import { weekday } from '@/lib/panel/days/showDay'
import { languageOf } from '@/lib/panel/said'
import { showTime } from '@/lib/panel/showDate'
import { showRupiah } from '@/lib/panel/showRupiah'

import { SALES_METHODS } from '../../constants'
import { SALES_LABELS } from '../../labels'
import type { DaySalesByMethod, Sales } from '../../salesSchemas'
import styles from './Home.module.css'
import { SalesChart } from './SalesChart'
import { useLive } from './useLive'
import { Waiting } from './Waiting'
import { WORDS } from './words'

type Words = (typeof WORDS)['id']

const Compared = ({ name, day, words }: { name: string; day: DaySalesByMethod; words: Words }) => (
  <div className={styles.row}>
    <dt>{name}</dt>
    <dd>
      {showRupiah(day.total)} <small>· {words.sales(day.count)}</small>
    </dd>
  </div>
)

/** The admin's view of the money: today's sales, what waits for payment, and the last thirty days. */
export const SalesHome = () => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { body, refusal, reload } = useLive<Sales>('/api/orders/sales?days=30')
  const language = languageOf(i18n)
  const words = WORDS[language]
  if (!body) {
    return (
      <div className={styles.card}>
        <Waiting refusal={refusal} reload={reload} words={words} />
      </div>
    )
  }
  const { today, yesterday, lastWeek, openPayments, days } = body
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  return (
    <div className={styles.grid}>
      <article className={styles.card}>
        <h2 className={styles.heading}>{words.today}</h2>
        <p className={styles.figure}>{showRupiah(today.total)}</p>
        <p className={styles.note}>
          {words.sales(today.count)}
          {today.refunded > 0 && `, ${words.refunded(showRupiah(today.refunded))}`}
        </p>
        <ul className={styles.methods}>
          {SALES_METHODS.map((method) => (
            <li key={method}>
              {SALES_LABELS[method][language]} <strong>{showRupiah(today.byMethod[method])}</strong>
            </li>
          ))}
        </ul>
        <dl className={styles.rows}>
          <Compared day={yesterday} name={words.yesterday} words={words} />
          <Compared
            day={lastWeek}
            name={words.lastWeekday(weekday(lastWeek.date, language))}
            words={words}
          />
        </dl>
      </article>
      <article className={styles.card}>
        <h2 className={styles.heading}>{words.open}</h2>
        <p className={styles.figure}>{openPayments.count}</p>
        <p className={styles.note}>
          {openPayments.oldestAt
            ? words.oldest(showTime(openPayments.oldestAt, zone))
            : words.noneOpen}
        </p>
        <p className={styles.foot}>
          <Link href={`${config.routes.admin}/desk`}>{words.toDesk}</Link>
        </p>
      </article>
      <article className={`${styles.card} ${styles.wide}`}>
        <h2 className={styles.heading}>{words.chart(days.length)}</h2>
        <SalesChart days={days} language={language} words={words} />
      </article>
    </div>
  )
}
