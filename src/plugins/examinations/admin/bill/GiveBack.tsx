'use client'

import { toast } from '@payloadcms/ui'
import { useState } from 'react'

import { Dialog, DialogField } from '@/lib/panel/Dialog'

import { billNumber, REASON_MAX } from '../../constants'
import { useBillChange } from '../useBillChange'
import { useWords } from '../useWords'

type Props = { id: string; number: number; onClose: () => void; onDone: () => void }

/** Gives back what the desk took for a bill, with a reason. */
export const GiveBack = ({ id, number, onClose, onDone }: Props) => {
  const words = useWords()
  const { isBusy, change } = useBillChange()
  const [reason, setReason] = useState('')
  const [refusal, setRefusal] = useState('')

  const submit = async (): Promise<void> => {
    const called = await change(id, 'give-back', { reason })
    if (!called) return
    if (!called.isDone) {
      setRefusal(called.refusal)
      return
    }
    toast.success(words.givenBack)
    onDone()
    onClose()
  }
  return (
    <Dialog
      about={billNumber(number)}
      canSubmit={!isBusy && reason.trim() !== ''}
      note={words.giveBackNote}
      onClose={onClose}
      onSubmit={() => void submit()}
      refusal={refusal}
      title={words.giveBack}
      words={{ back: words.back, submit: words.giveBack }}
    >
      <DialogField label={words.reason}>
        {(field) => (
          <textarea
            data-focus
            id={field}
            maxLength={REASON_MAX}
            onChange={({ target }) => setReason(target.value)}
            rows={3}
            value={reason}
          />
        )}
      </DialogField>
    </Dialog>
  )
}
