'use client'

import { useTheme } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { useEffect, useRef, useState } from 'react'
import 'uplot/dist/uPlot.min.css'
import UPlot from 'uplot'

import type { Pointed } from './chartOptions'
import { chartOptions } from './chartOptions'
import styles from './DayChart.module.css'
import type { Language } from './showDay'

/** Bars of one colour, a value for each day; later ones stand before earlier ones. */
type Series = { values: number[]; colour: string }

type Props = {
  /** `2026-11-21`, oldest first, without gaps. */
  dates: string[]
  series: Series[]
  /** How high the axis reaches at least. */
  top: number
  language: Language
  /** What the picture shows, for who cannot see it. */
  label: string
  /** What stands beside a bar that one points at. */
  tip: (index: number) => ReactNode
}

/** Indices, not times: a day of the clinic is a place on the axis, whatever zone the browser is in. */
const toData = (dates: string[], series: Series[]): UPlot.AlignedData => [
  dates.map((_, index) => index),
  ...series.map(({ values }) => values),
]

/** A value, or several, per day as bars, and what a bar stands for where one points. */
export const DayChart = ({ dates, series, top, language, label, tip }: Props) => {
  const { theme } = useTheme()
  const frame = useRef<HTMLDivElement>(null)
  const chart = useRef<UPlot | null>(null)
  const [pointed, setPointed] = useState<Pointed | null>(null)
  const days = dates.join()
  const colours = series.map(({ colour }) => colour).join()

  useEffect(() => {
    const element = frame.current
    if (!element) return
    const drawn = { dates: days.split(','), colours: colours.split(','), top, language }
    const options = chartOptions(element, drawn, setPointed)
    const made = new UPlot(options, [[], ...drawn.colours.map(() => [])], element)
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
  }, [days, colours, top, language, theme])

  useEffect(() => {
    chart.current?.setData(toData(dates, series))
  }, [dates, series, colours, top, language, theme])

  return (
    <div aria-label={label} className={styles.chart} ref={frame} role="img">
      {pointed && pointed.index < dates.length && (
        <div className={styles.tip} style={{ left: pointed.left }}>
          {tip(pointed.index)}
        </div>
      )}
    </div>
  )
}
