'use client'

import { useMemo } from 'react'

import { DayChart } from '@/lib/panel/days/DayChart'
import type { Language } from '@/lib/panel/days/showDay'
import { longDay } from '@/lib/panel/days/showDay'
import { showWhole } from '@/lib/panel/showRupiah'

import type { DayUsage } from '../usageSchemas'
import styles from './Usage.module.css'
import { WORDS } from './words'

export type Shown = 'requests' | 'tokens'
type Props = { days: DayUsage[]; shown: Shown; language: Language }

const ALL = '--theme-success-500'
const PART = { requests: '--theme-error-500', tokens: '--theme-elevation-600' }
const TOP = { requests: 10, tokens: 1000 }

const tokensOf = ({ promptTokens, completionTokens }: DayUsage): number =>
  promptTokens + completionTokens

const unanswered = ({ errors, blocked }: DayUsage): number => errors + blocked

const VALUES = {
  requests: { all: ({ requests }: DayUsage) => requests, part: unanswered },
  tokens: { all: tokensOf, part: ({ completionTokens }: DayUsage) => completionTokens },
}

const sum = (days: DayUsage[], value: (day: DayUsage) => number): string =>
  showWhole(days.reduce((total, day) => total + value(day), 0))

const sayAll = ({ days, shown, language }: Props): string => {
  const words = WORDS[language]
  if (shown === 'tokens') return words.tokensSay(days.length, sum(days, tokensOf))
  return words.requestsSay(
    days.length,
    sum(days, ({ requests }) => requests),
    sum(days, ({ errors }) => errors),
    sum(days, ({ blocked }) => blocked),
  )
}

const figures = (day: DayUsage, shown: Shown, language: Language): [string, number][] => {
  const words = WORDS[language]
  return shown === 'tokens'
    ? [
        [words.prompt, day.promptTokens],
        [words.completion, day.completionTokens],
      ]
    : [
        [words.requests, day.requests],
        [words.errors, day.errors],
        [words.blocked, day.blocked],
      ]
}

const Tip = ({ day, shown, language }: Omit<Props, 'days'> & { day: DayUsage | undefined }) =>
  day && (
    <>
      <span>{longDay(day.day, language)}</span>
      {figures(day, shown, language).map(([label, value]) => (
        <span key={label}>
          {label}: <strong>{showWhole(value)}</strong>
        </span>
      ))}
    </>
  )

const Legend = ({ shown, language }: Omit<Props, 'days'>) => {
  const words = WORDS[language]
  const [all, part] =
    shown === 'requests' ? [words.requests, words.unanswered] : [words.tokens, words.completion]
  return (
    <p aria-hidden className={styles.legend}>
      <span style={{ '--colour': `var(${ALL})` } as React.CSSProperties}>{all}</span>
      <span style={{ '--colour': `var(${PART[shown]})` } as React.CSSProperties}>{part}</span>
    </p>
  )
}

/** Requests, or tokens, per day as bars; before them those without an answer, or what was written. */
export const UsageChart = ({ days, shown, language }: Props) => {
  const drawn = useMemo(
    () => ({
      dates: days.map(({ day }) => day),
      series: [
        { values: days.map(VALUES[shown].all), colour: ALL },
        { values: days.map(VALUES[shown].part), colour: PART[shown] },
      ],
    }),
    [days, shown],
  )
  return (
    <>
      <DayChart
        {...drawn}
        label={sayAll({ days, shown, language })}
        language={language}
        tip={(index) => <Tip day={days[index]} language={language} shown={shown} />}
        top={TOP[shown]}
      />
      <Legend language={language} shown={shown} />
    </>
  )
}
