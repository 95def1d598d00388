'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import type { SyntheticEvent } from 'react'
import { useId, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { Dialog } from '@/lib/panel/Dialog'
import { useAttempt } from '@/lib/panel/useAttempt'
import { useStored } from '@/lib/panel/useStored'

import styles from './Aftermath.module.css'
import { ObatSearch } from './ObatSearch'
import type { Line } from './prescriptionLines'
import { addLine, changeLine, itemsOf, removeLine } from './prescriptionLines'
import { PrescriptionLine } from './PrescriptionLine'
import type { RoomWords } from './words'

type Props = {
  consultation: number
  patient: string
  /** Where this window keeps what is written and not issued. */
  draftKey: string
  words: RoomWords
  onIssued: () => void
}

const EMPTY: { lines: Line[] } = { lines: [] }

/** What the patient may order: written here, asked once more, then issued for good. */
export const PrescriptionForm = (props: Props) => {
  const { consultation, patient, draftKey, words, onIssued } = props
  const { config } = useConfig()
  const { value, change } = useStored(draftKey, EMPTY)
  const { keyFor, settle } = useAttempt()
  const [isAsking, setAsking] = useState(false)
  const [isBusy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState('')
  const title = useId()
  const { lines } = value
  const items = itemsOf(lines)
  const write = (to: (lines: Line[]) => Line[]) => {
    setRefusal('')
    change((now) => ({ lines: to(now.lines) }))
  }

  const ask = (event: SyntheticEvent) => {
    event.preventDefault()
    if (items) setAsking(true)
    else setRefusal(words.missing)
  }
  const issue = async () => {
    setBusy(true)
    const path = `${config.routes.api}/consultations/${consultation}/prescription`
    const body = { items }
    const idempotencyKey = keyFor(body)
    const called = await callApi(path, { method: 'POST', body, idempotencyKey })
    settle(called)
    setBusy(false)
    setRefusal(called.isDone ? '' : called.refusal || words.failed)
    if (!called.isDone) return
    change(() => EMPTY)
    setAsking(false)
    toast.success(words.issued)
    onIssued()
  }
  return (
    <form aria-labelledby={title} className={styles.form} onSubmit={ask}>
      <h2 id={title}>{words.prescription}</h2>
      <p className={styles.hint}>{words.prescriptionHint}</p>
      <ObatSearch onPick={(obat) => write((now) => addLine(now, obat))} words={words} />
      {lines.length === 0 && <p className={styles.hint}>{words.noObat}</p>}
      {lines.map((line) => (
        <PrescriptionLine
          key={line.obat}
          line={line}
          onChange={(to) => write((now) => changeLine(now, line.obat, to))}
          onRemove={() => write((now) => removeLine(now, line.obat))}
          words={words}
        />
      ))}
      {refusal && !isAsking && (
        <p className={styles.refusal} role="alert">
          {refusal}
        </p>
      )}
      <div className={styles.buttons}>
        <Button disabled={lines.length === 0} margin={false} type="submit">
          {words.issue}
        </Button>
      </div>
      {isAsking && (
        <Dialog
          about={patient}
          canSubmit={!isBusy && items !== null}
          note={words.issueNote}
          onClose={() => setAsking(false)}
          onSubmit={() => void issue()}
          refusal={refusal}
          title={words.issueTitle}
          words={{ back: words.endNo, submit: words.issue }}
        >
          <ul className={styles.items}>
            {lines.map(({ obat, name, unit, quantity, dose }) => (
              <li key={obat}>
                <strong>{name}</strong>: {quantity} {unit}, {dose}
              </li>
            ))}
          </ul>
        </Dialog>
      )}
    </form>
  )
}
