'use client'

import { useMemo } from 'react'

import { DayChart } from '@/lib/panel/days/DayChart'
import { DayTable } from '@/lib/panel/days/DayTable'
import type { Language } from '@/lib/panel/days/showDay'
import { longDay } from '@/lib/panel/days/showDay'
import { showRupiah } from '@/lib/panel/showRupiah'

import type { DaySales } from '../../salesSchemas'
import type { WORDS } from './words'

type Props = { days: DaySales[]; language: Language; words: (typeof WORDS)['id'] }

const TOP = 100_000

const Tip = ({ day, language, words }: { day: DaySales | undefined } & Omit<Props, 'days'>) =>
  day && (
    <>
      <span>{longDay(day.date, language)}</span>
      <strong>{showRupiah(day.total)}</strong>
      <span>{words.sales(day.count)}</span>
    </>
  )

/** Sales per day as bars, what a bar stands for where one points, and the same as a table. */
export const SalesChart = ({ days, language, words }: Props) => {
  const drawn = useMemo(
    () => ({
      dates: days.map(({ date }) => date),
      series: [{ values: days.map(({ total }) => total), colour: '--theme-success-500' }],
    }),
    [days],
  )
  const total = days.reduce((sum, day) => sum + day.total, 0)
  return (
    <>
      <DayChart
        {...drawn}
        label={words.chartSays(days.length, showRupiah(total))}
        language={language}
        tip={(index) => <Tip day={days[index]} language={language} words={words} />}
        top={TOP}
      />
      <DayTable
        headings={[words.day, words.total, words.count]}
        language={language}
        rows={days.map(({ date, total, count }) => ({ date, cells: [showRupiah(total), count] }))}
        title={words.table}
      />
    </>
  )
}
