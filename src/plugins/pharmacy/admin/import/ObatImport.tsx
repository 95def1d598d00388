'use client'

import { Button, toast, useConfig, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { pressKey } from '@/lib/panel/pressKey'
import { languageOf } from '@/lib/panel/said'
import { useRealtime } from '@/plugins/realtime/admin/useRealtime'

import type { ImportAnswer } from '../../obatImport'
import styles from './Import.module.css'
import { Preview } from './Preview'
import { WORDS } from './words'

type Step = 'choosing' | 'reading' | 'seen' | 'importing' | 'done'
type Progress = { done: number; total: number }

const formOf = (file: File, rest: Record<string, string>): FormData => {
  const form = new FormData()
  form.set('file', file)
  for (const [name, value] of Object.entries(rest)) form.set(name, value)
  return form
}

const post = async (form: FormData, key?: string) =>
  callApi<ImportAnswer>('/api/obat/import', {
    method: 'POST',
    body: form,
    ...(key ? { idempotencyKey: key } : {}),
  })

/** Chooses a list, shows what it would change, and brings it in: all of it, or nothing. */
export const ObatImport = () => {
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const [step, setStep] = useState<Step>('choosing')
  const [file, setFile] = useState<File | null>(null)
  const [answer, setAnswer] = useState<ImportAnswer | null>(null)
  const [refusal, setRefusal] = useState('')
  const [progress, setProgress] = useState<Progress | null>(null)
  const key = useRef('')

  useRealtime('import-progress', (told) => {
    if (told) setProgress(told as Progress)
  })

  const preview = async (chosen: File, why = '') => {
    setFile(chosen)
    setAnswer(null)
    setRefusal(why)
    setStep('reading')
    const called = await post(formOf(chosen, { dryRun: 'true' }))
    if (called.isDone) {
      key.current = pressKey()
      setAnswer(called.body)
      setStep('seen')
      return
    }
    setRefusal(called.refusal || words.failed)
    setStep('choosing')
  }

  const bring = async () => {
    if (!file || !answer) return
    setRefusal('')
    setProgress(null)
    setStep('importing')
    const called = await post(formOf(file, { fingerprint: answer.fingerprint }), key.current)
    if (called.isDone) {
      setAnswer(called.body)
      setStep('done')
      toast.success(words.done(called.body.created, called.body.updated))
      return
    }
    const why = called.refusal || words.failed
    // The shop has changed, or refuses a row: what is true now is shown before anybody tries again.
    if (called.status === 409 || called.status === 422) return preview(file, why)
    setRefusal(why)
    setStep('seen')
  }

  const changes = answer?.failed === 0 ? answer.created + answer.updated : 0
  return (
    <div className={styles.page}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      <ul className={styles.rules}>
        {words.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <div className={styles.choose}>
        <label>
          {step === 'choosing' ? words.file : words.other}
          <input
            accept=".csv,text/csv"
            disabled={step === 'reading' || step === 'importing'}
            onChange={({ target }) => {
              const [chosen] = target.files ?? []
              if (chosen) void preview(chosen)
            }}
            // The same file, mended, is chosen again.
            onClick={({ currentTarget }) => {
              currentTarget.value = ''
            }}
            type="file"
          />
        </label>
        <a href="/api/obat/import-template">{words.template}</a>
      </div>
      {refusal && (
        <p className={styles.bad} role="alert">
          {refusal}
        </p>
      )}
      {step === 'reading' && <p role="status">{words.reading}</p>}
      {step === 'done' && answer && (
        <div className={styles.buttons} role="status">
          <p>{words.done(answer.created, answer.updated)}</p>
          <Button el="link" margin={false} to={`${config.routes.admin}/collections/obat`}>
            {words.toList}
          </Button>
        </div>
      )}
      {answer && step === 'seen' && changes > 0 && (
        <div className={styles.buttons}>
          <Button margin={false} onClick={() => void bring()}>
            {words.go(changes)}
          </Button>
        </div>
      )}
      {step === 'importing' && (
        <div className={styles.buttons} role="status">
          <progress
            aria-label={words.importing}
            {...(progress ? { max: progress.total, value: progress.done } : {})}
          />
          {progress ? words.rows(progress.done, progress.total) : words.importing}
        </div>
      )}
      {answer && step !== 'done' && <Preview answer={answer} words={words} />}
    </div>
  )
}
