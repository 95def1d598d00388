'use client'

import { toast, useConfig } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { callApi } from '@/lib/panel/callApi'
import { Dialog, DialogField } from '@/lib/panel/Dialog'
import { useAttempt } from '@/lib/panel/useAttempt'

import { EXTENSION_MAX_MINUTES, REASON_MAX } from '../../constants'
import type { ConsultationWords } from './words'

type Props = { id: number; words: ConsultationWords; onClose: () => void }

const USUAL_MINUTES = 10

/** Asks how many minutes more, and why; the server decides. */
export const ExtendDialog = ({ id, words, onClose }: Props) => {
  const { api } = useConfig().config.routes
  const router = useRouter()
  const { keyFor, settle } = useAttempt()
  const [minutes, setMinutes] = useState(String(USUAL_MINUTES))
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')
  const [isBusy, setBusy] = useState(false)

  const submit = async () => {
    const body = { minutes: Number(minutes), reason: reason.trim() }
    setBusy(true)
    const called = await callApi(`${api}/consultations/${id}/extend`, {
      method: 'POST',
      body,
      idempotencyKey: keyFor(body),
    })
    settle(called)
    setBusy(false)
    if (!called.isDone) {
      setRefusal(called.refusal || (called.status === 0 ? words.unreachable : words.failed))
      return
    }
    toast.success(words.done)
    onClose()
    router.refresh()
  }
  return (
    <Dialog
      about={words.about(id)}
      canSubmit={!isBusy && Number(minutes) > 0 && Boolean(reason.trim())}
      note={words.extendNote}
      onClose={onClose}
      onSubmit={() => void submit()}
      refusal={refusal}
      title={words.extendTitle}
      words={{ back: words.back, submit: words.extend }}
    >
      <DialogField label={words.minutes}>
        {(field) => (
          <input
            data-focus
            id={field}
            max={EXTENSION_MAX_MINUTES}
            min={1}
            onChange={({ target }) => setMinutes(target.value)}
            required
            type="number"
            value={minutes}
          />
        )}
      </DialogField>
      <DialogField label={words.reason}>
        {(field) => (
          <input
            autoComplete="off"
            id={field}
            maxLength={REASON_MAX}
            onChange={({ target }) => setReason(target.value)}
            required
            value={reason}
          />
        )}
      </DialogField>
    </Dialog>
  )
}
