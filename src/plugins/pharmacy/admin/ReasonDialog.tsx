'use client'

import { useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { Dialog, DialogField } from '@/lib/panel/Dialog'
import { languageOf } from '@/lib/panel/said'

import styles from './ReasonDialog.module.css'
import { WORDS } from './words'

export type Asking = 'reject-payment' | 'cancel'

type Props = {
  asking: Asking
  /** Which order it is about: `Order #12`. */
  title: string
  isBusy: boolean
  onGiven: (reason: string) => void
  onClose: () => void
}

const REASON_MAX = 500

/** Asks why: one of the usual reasons, or one of one's own words. */
export const ReasonDialog = ({ asking, title, isBusy, onGiven, onClose }: Props) => {
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const [reason, setReason] = useState('')
  const isReject = asking === 'reject-payment'
  const given = reason.trim()
  return (
    <Dialog
      about={title}
      canSubmit={Boolean(given) && !isBusy}
      note={isReject ? words.rejectNote : words.cancelNote}
      onClose={onClose}
      onSubmit={() => onGiven(given)}
      title={isReject ? words.rejectWhy : words.cancelWhy}
      words={{ back: words.back, submit: isReject ? words.reject : words.cancel }}
    >
      <div className={styles.ready}>
        {(isReject ? words.rejectReasons : words.cancelReasons).map((ready) => (
          <button
            aria-pressed={given === ready}
            key={ready}
            onClick={() => setReason(ready)}
            type="button"
          >
            {ready}
          </button>
        ))}
      </div>
      <DialogField label={words.reason}>
        {(id) => (
          <input
            autoComplete="off"
            data-focus
            id={id}
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
