'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import type { SyntheticEvent } from 'react'
import { createPortal } from 'react-dom'
import { useEffect, useId, useRef, useState } from 'react'

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
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  const input = useRef<HTMLInputElement>(null)
  // The browser keeps the focus inside, closes it with Escape, and gives the focus back.
  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    input.current?.focus()
  }, [])

  const isReject = asking === 'reject-payment'
  const given = reason.trim()
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    // React's events pass through the portal: around it may be the form of a document.
    event.stopPropagation()
    if (given && !isBusy) onGiven(given)
  }
  return createPortal(
    <dialog
      aria-labelledby={`${id}-title`}
      className={styles.dialog}
      onClose={onClose}
      ref={dialog}
    >
      <form onSubmit={submit}>
        <p className={styles.about}>{title}</p>
        <h2 className={styles.title} id={`${id}-title`}>
          {isReject ? words.rejectWhy : words.cancelWhy}
        </h2>
        <p className={styles.note}>{isReject ? words.rejectNote : words.cancelNote}</p>
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
        <label className={styles.label} htmlFor={`${id}-reason`}>
          {words.reason}
        </label>
        <input
          autoComplete="off"
          className={styles.input}
          id={`${id}-reason`}
          maxLength={REASON_MAX}
          onChange={({ target }) => setReason(target.value)}
          ref={input}
          required
          value={reason}
        />
        <div className={styles.buttons}>
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => dialog.current?.close()}
            type="button"
          >
            {words.back}
          </Button>
          <Button disabled={!given || isBusy} margin={false} type="submit">
            {isReject ? words.reject : words.cancel}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}
