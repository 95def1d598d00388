import UPlot from 'uplot'

import type { Language } from './showDay'
import { shortDay } from './showDay'

const HEIGHT = 260
const TIP_WIDTH = 180
const LABEL_PX = 52

const SHORT = { notation: 'compact', maximumFractionDigits: 1 } as const

/** `1,2 jt` and `500 rb`; `1.2M` and `500K`. */
const AMOUNTS = {
  id: new Intl.NumberFormat('id-ID', SHORT),
  en: new Intl.NumberFormat('en-GB', SHORT),
}

export type Pointed = { index: number; left: number }

type Drawn = {
  dates: string[]
  /** The theme's, of each series: `--theme-success-500`. */
  colours: string[]
  /** How high the axis reaches at least. */
  top: number
  language: Language
}

/** What uPlot needs to draw bars per day in the panel's colours, and to tell where one points. */
export const chartOptions = (
  element: HTMLElement,
  { dates, colours, top, language }: Drawn,
  onPoint: (pointed: Pointed | null) => void,
): UPlot.Options => {
  const style = getComputedStyle(element)
  const colour = (name: string): string => style.getPropertyValue(name).trim()
  const lines = { stroke: colour('--theme-elevation-150'), width: 1 }
  const font = `12px ${style.fontFamily}`
  const text = { stroke: colour('--theme-elevation-600'), font }
  const bars = UPlot.paths.bars?.({ size: [0.65, 40], radius: 0.15 })
  return {
    width: element.clientWidth,
    height: HEIGHT,
    padding: [12, 8, 0, 0],
    legend: { show: false },
    cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
    scales: {
      x: { time: false, range: (_chart, min, max) => [min - 0.5, max + 0.5] },
      y: { range: (_chart, min, max) => [Math.min(0, min), Math.max(top, max * 1.05)] },
    },
    axes: [
      {
        ...text,
        grid: { show: false },
        ticks: { show: false },
        size: 30,
        space: LABEL_PX,
        incrs: [1, 2, 3, 5, 7, 14],
        values: (_chart, splits) => splits.map((index) => shortDay(dates[index] ?? '')),
      },
      {
        ...text,
        grid: lines,
        ticks: { show: false },
        size: 64,
        values: (_chart, splits) => splits.map((amount) => AMOUNTS[language].format(amount)),
      },
    ],
    series: [
      {},
      ...colours.map((name) => ({
        fill: colour(name),
        width: 0,
        points: { show: false },
        ...(bars ? { paths: bars } : {}),
      })),
    ],
    hooks: {
      setCursor: [
        ({ cursor, over }) => {
          const { idx, left = -1 } = cursor
          if (idx == null || left < 0) return onPoint(null)
          const at = over.offsetLeft + left
          // On the side where there is room, and never over the bar.
          const isLeft = at > element.clientWidth / 2
          onPoint({ index: idx, left: isLeft ? at - TIP_WIDTH - 12 : at + 12 })
        },
      ],
    },
  }
}
