'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'

import type { RoomWords } from './words'

type Answers = { cannedAnswers?: { text: string }[] }

/** null: they could not be read, which is not the same as none. */
const textsIn = (answers: Answers | null): string[] | null =>
  answers?.cannedAnswers?.map(({ text }) => text) ?? null

/** The doctor's own canned answers; null until they are known. */
export const useCanned = (doctor: number, words: RoomWords) => {
  const { config } = useConfig()
  const [texts, setTexts] = useState<string[] | null>(null)
  const path = `${config.routes.api}/doctors/${doctor}?depth=0&select[cannedAnswers]=true`

  useEffect(() => {
    void callApi<Answers>(path).then(({ body }) => setTexts(textsIn(body)))
  }, [path])

  /** Changes them as they are now: another window may have, meanwhile. */
  const change = async (to: (now: string[]) => string[]): Promise<void> => {
    const read = await callApi<Answers>(path)
    const now = textsIn(read.body)
    if (now === null) {
      toast.error(read.refusal || words.failed)
      return
    }
    const next = to(now)
    const body = { cannedAnswers: next.map((text) => ({ text })) }
    const written = await callApi(path, { method: 'PATCH', body })
    if (written.isDone) setTexts(next)
    else toast.error(written.refusal || words.failed)
  }
  return {
    texts,
    keep: async (text: string) => change((now) => [...now.filter((one) => one !== text), text]),
    drop: async (text: string) => change((now) => now.filter((one) => one !== text)),
  }
}
