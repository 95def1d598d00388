'use client'

import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import type { Doctor } from '@/payload-types'

import type { ScheduleWords } from './words'
import type { Week } from './week'
import { bodyOf, faultsByRow, weekOf } from './week'

type State = {
  doctor: Doctor
  week: Week
  isChanged: boolean
  /** What the server refused, by the row's key; '' has what is of no row. */
  faults: Record<string, string[]>
}

const stateOf = (doctor: Doctor): State => ({
  doctor,
  week: weekOf(doctor),
  isChanged: false,
  faults: {},
})

const leaving = (event: BeforeUnloadEvent): void => event.preventDefault()

/** A doctor's hours: as they are stored, as they are typed, and how they are saved. */
export const useWeek = (id: number, words: ScheduleWords) => {
  const path = `${useConfig().config.routes.api}/doctors/${id}?depth=0`
  const [state, setState] = useState<State | null>(null)
  const [refusal, setRefusal] = useState<string | null>(null)
  const [isSaving, setSaving] = useState(false)

  const load = useCallback(async () => {
    setRefusal(null)
    const called = await callApi<Doctor>(path)
    if (called.isDone) setState(stateOf(called.body))
    else setRefusal(called.refusal || words.unreachable)
  }, [path, words])
  useEffect(() => void load(), [load])

  const isChanged = state?.isChanged ?? false
  useEffect(() => {
    if (!isChanged) return
    window.addEventListener('beforeunload', leaving)
    return () => window.removeEventListener('beforeunload', leaving)
  }, [isChanged])

  const edit = (next: (week: Week) => Week): void =>
    setState((now) => now && { ...now, week: next(now.week), isChanged: true })
  const undo = (): void => setState((now) => now && stateOf(now.doctor))

  /** @returns whether it is saved */
  const save = async (): Promise<boolean> => {
    if (!state || isSaving) return false
    setSaving(true)
    const called = await callApi<{ doc: Doctor }>(path, {
      method: 'PATCH',
      body: bodyOf(state.week),
    })
    setSaving(false)
    if (called.isDone) {
      setState(stateOf(called.body.doc))
      return true
    }
    const faults = faultsByRow(state.week, called.faults)
    const said = called.refusal || (called.status === 0 ? words.unreachable : words.failed)
    setState({ ...state, faults: { ...faults, '': [said] } })
    return false
  }
  return { state, refusal, isSaving, load, edit, undo, save }
}
