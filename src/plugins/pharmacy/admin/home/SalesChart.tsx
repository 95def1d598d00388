'use client'

import { useTheme } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'
import 'uplot/dist/uPlot.min.css'
import UPlot from 'uplot'

import { showRupiah } from '@/lib/panel/showRupiah'

import type { DaySales } from '../../salesSchemas'
import { chartOptions } from './chartOptions'
import type { Language } from './days'
import { longDay } from './days'
import styles from './SalesChart.module.css'
import { SalesTable } from './SalesTable'
import type { WORDS } from './words'

type Props = { days: DaySales[]; language: Language; words: (typeof WORDS)['id'] }
type Pointed = { index: number; left: number }

/** Indices, not times: a day of the clinic is a place on the axis, whatever zone the browser is in. */
const toData = (days: DaySales[]): UPlot.AlignedData => [
  days.map((_, index) => index),
  days.map(({ total }) => total),
]

/** Sales per day as bars, what a bar stands for where one points, and the same as a table. */
export const SalesChart = ({ days, language, words }: Props) => {
  const { theme } = useTheme()
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<UPlot | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const dates = days.map(({ date }) => date).join()

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const options = chartOptions(element, { dates: dates.split(','), language }, setPointed)
    const made = new UPlot(options, [[], []], element)
    chart.current = made
    const watcher = new ResizeObserver(() => {
      made.setSize({ width: element.clientWidth, height: options.height })
    })
    watcher.observe(element)
    return () => {
      watcher.disconnect()
      made.destroy()
      chart.current = null
    }
    // The theme's colours are read when the chart is made.
  }, [dates, language, theme])

  useEffect(() => {
    chart.current?.setData(toData(days))
  }, [days, language, theme])

  const total = days.reduce((sum, day) => sum + day.total, 0)
  const shown = pointed ? days[pointed.index] : undefined
  return (
    <>
      <div
        aria-label={words.chartSays(days.length, showRupiah(total))}
        className={styles.chart}
        ref={frame}
        role="img"
      >
        {pointed && shown && (
          <div className={styles.tip} style={{ left: pointed.left }}>
            <span>{longDay(shown.date, language)}</span>
            <strong>{showRupiah(shown.total)}</strong>
            <span>{words.sales(shown.count)}</span>
          </div>
        )}
      </div>
      <SalesTable days={days} language={language} words={words} />
    </>
  )
}
