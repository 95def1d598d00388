'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import type { SyntheticEvent } from 'react'
import { useId, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { useAttempt } from '@/lib/panel/useAttempt'
import { useStored } from '@/lib/panel/useStored'

import { SUMMARY_MAX } from '../../constants'
import styles from './Aftermath.module.css'
import type { RoomWords } from './words'

type Props = {
  consultation: number
  /** null: there is none yet. */
  saved: string | null
  /** Where this window keeps what is written and not saved. */
  draftKey: string
  words: RoomWords
  onSaved: () => void
}

const UNCHANGED: { text: string | null } = { text: null }

/** What the patient takes home; it may be corrected. */
export const SummaryForm = ({ consultation, saved, draftKey, words, onSaved }: Props) => {
  const { config } = useConfig()
  const { value, change } = useStored(draftKey, UNCHANGED)
  const { keyFor, settle } = useAttempt()
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const id = useId()
  const text = value.text ?? saved ?? ''
  const summary = text.trim()
  const isChanged = summary !== (saved ?? '')

  const save = async (event: SyntheticEvent) => {
    event.preventDefault()
    const body = { summary }
    setBusy(true)
    const path = `${config.routes.api}/consultations/${consultation}/summary`
    const idempotencyKey = keyFor(body)
    const called = await callApi(path, { method: 'POST', body, idempotencyKey })
    settle(called)
    setBusy(false)
    setRefusal(called.isDone ? '' : called.refusal || words.failed)
    if (!called.isDone) return
    toast.success(words.summarySaved)
    onSaved()
  }
  return (
    <form className={styles.form} onSubmit={(event) => void save(event)}>
      <h2>
        <label htmlFor={id}>{words.summary}</label>
      </h2>
      <p className={styles.hint}>{words.summaryHint}</p>
      <textarea
        id={id}
        maxLength={SUMMARY_MAX}
        onChange={({ target }) => change(() => ({ text: target.value }))}
        rows={6}
        value={text}
      />
      {refusal && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.buttons}>
        <span className={styles.hint} role="status">
          {isChanged ? words.unsaved : saved !== null && words.isSaved}
        </span>
        <Button disabled={isBusy || summary === '' || !isChanged} margin={false} type="submit">
          {words.saveSummary}
        </Button>
      </div>
    </form>
  )
}
