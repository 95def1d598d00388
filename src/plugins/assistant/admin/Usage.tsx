'use client'

import { Button, useConfig, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { DayTable } from '@/lib/panel/days/DayTable'
import { languageOf } from '@/lib/panel/said'
import { showWhole } from '@/lib/panel/showRupiah'

import type { UsageReport } from '../usageSchemas'
import styles from './Usage.module.css'
import type { Shown } from './UsageChart'
import { UsageChart } from './UsageChart'
import { useUsage } from './useUsage'
import { WORDS } from './words'

const SPANS = [30, 90]
const KINDS: Shown[] = ['requests', 'tokens']

type ReportProps = { report: UsageReport; shown: Shown; language: 'id' | 'en' }

const Report = ({ report: { days }, shown, language }: ReportProps) => {
  const words = WORDS[language]
  return (
    <>
      <UsageChart days={days} language={language} shown={shown} />
      <DayTable
        headings={[
          words.day,
          words.requests,
          words.errors,
          words.blocked,
          words.prompt,
          words.completion,
        ]}
        language={language}
        rows={days.map((one) => ({
          date: one.day,
          cells: [
            one.requests,
            one.errors,
            one.blocked,
            one.promptTokens,
            one.completionTokens,
          ].map(showWhole),
        }))}
        title={words.table}
      />
    </>
  )
}

/** On the assistant's page of the panel: whether it has a key, and how much it was asked. */
export const Usage = () => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const language = languageOf(i18n)
  const words = WORDS[language]
  const [span, setSpan] = useState(30)
  const [shown, setShown] = useState<Shown>('requests')
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const { report, isFailed, reload } = useUsage(span, zone)
  return (
    <section aria-labelledby="assistant-usage" className={styles.card}>
      <header className={styles.head}>
        <h2 id="assistant-usage">{words.title}</h2>
        <label>
          {words.shown}
          <select onChange={({ target }) => setShown(target.value as Shown)} value={shown}>
            {KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {words[kind]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.period}
          <select onChange={({ target }) => setSpan(Number(target.value))} value={span}>
            {SPANS.map((days) => (
              <option key={days} value={days}>
                {words.days(days)}
              </option>
            ))}
          </select>
        </label>
      </header>
      {report && (
        <p className={styles.key} data-missing={!report.isConfigured} role="status">
          {report.isConfigured ? words.configured(report.model) : words.noKey}
        </p>
      )}
      {isFailed && (
        <p role="alert">
          {words.failed}{' '}
          <Button buttonStyle="secondary" margin={false} onClick={reload} size="small">
            {words.again}
          </Button>
        </p>
      )}
      {!report && !isFailed && <p aria-busy>{words.loading}</p>}
      {report && <Report language={language} report={report} shown={shown} />}
    </section>
  )
}
