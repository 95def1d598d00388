'use client'

import { useCallback, useEffect, useRef, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import type { CashEntry } from '@/payload-types'
import { useRealtime } from '@/plugins/realtime/admin/useRealtime'

import { SHIFT_CHANGED } from '../../constants'
import type { Mine } from '../../types'

/** Entries that are shown; the list of all is a link away. */
const SHOWN = 100

type Page = { docs: CashEntry[]; totalDocs: number }
type Seen = Mine & { entries: CashEntry[]; total: number }
type Known = Seen & {
  /** The shift that was open until now: closed here, on another device, or by an answer that got lost. */
  closed: number | null
}

const read = async (): Promise<Seen | null> => {
  const mine = await callApi<Mine>('/api/shifts/mine')
  if (!mine.isDone) return null
  const { shift } = mine.body
  if (!shift) return { ...mine.body, entries: [], total: 0 }
  const query = `where[shift][equals]=${shift.id}&depth=0&sort=-id&limit=${SHOWN}`
  const page = await callApi<Page>(`/api/cash-entries?${query}`)
  return page.isDone ? { ...mine.body, entries: page.body.docs, total: page.body.totalDocs } : null
}

/** One's open shift and its latest entries, kept fresh. */
export const useMine = () => {
  const [known, setKnown] = useState<Known | null>(null)
  const [isStale, setStale] = useState(false)
  const latest = useRef(0)
  const reload = useCallback(async () => {
    const asked = (latest.current += 1)
    const answer = await read()
    // An older question must not be answered after a newer one.
    if (asked !== latest.current) return
    setStale(answer === null)
    if (!answer) return
    setKnown((before) => {
      const closed = before?.shift?.id ?? before?.closed ?? null
      return { ...answer, closed: answer.shift ? null : closed }
    })
  }, [])
  useEffect(() => {
    const onFocus = () => void reload()
    onFocus()
    window.addEventListener('focus', onFocus)
    return () => window.removeEventListener('focus', onFocus)
  }, [reload])
  useRealtime(SHIFT_CHANGED, () => void reload())
  const forgetClosed = () => setKnown((before) => before && { ...before, closed: null })
  return { known, isStale, reload, forgetClosed }
}
