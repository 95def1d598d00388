'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { dayIn } from '@/lib/dayIn'

import type { UsageReport } from '../usageSchemas'

const MS_PER_DAY = 86_400_000

const pathFor = (days: number, zone: string): string => {
  const day = (ago: number) => dayIn(zone, new Date(Date.now() - ago * MS_PER_DAY))
  return `/api/assistant/usage?${new URLSearchParams({ from: day(days - 1), to: day(0) }).toString()}`
}

/** The usage of the last days, today included. */
export const useUsage = (days: number, zone: string) => {
  const [report, setReport] = useState<UsageReport | null>(null)
  const [isFailed, setIsFailed] = useState(false)
  const latest = useRef(0)

  const reload = useCallback(() => {
    latest.current += 1
    const asked = latest.current
    void callApi<UsageReport>(pathFor(days, zone)).then(({ body }) => {
      // Another span was chosen meanwhile.
      if (asked !== latest.current) return
      setIsFailed(body === null)
      if (body) setReport(body)
    })
  }, [days, zone])

  useEffect(reload, [reload])
  return { report, isFailed, reload }
}
