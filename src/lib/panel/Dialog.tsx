'use client'

import { Button } from '@payloadcms/ui'
import type { ReactNode, SyntheticEvent } from 'react'
import { useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'

import styles from './Dialog.module.css'

type Props = {
  /** What it is about: `Order #12`. */
  about: ReactNode
  title: string
  /** What pressing the button does. */
  note?: ReactNode
  words: { back: string; submit: string }
  canSubmit: boolean
  /** Why it was not done. */
  refusal?: string
  onSubmit: () => void
  onClose: () => void
  /** The fields; the one that has `data-focus` gets the focus, else the first. */
  children: ReactNode
}

/** A question with a form, before the page. The browser keeps the focus inside, and Escape closes it. */
export const Dialog = (props: Props) => {
  const { about, title, note, words, canSubmit, refusal, onSubmit, onClose, children } = props
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()

  useEffect(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    dialog.current?.querySelector<HTMLElement>('[data-focus]')?.focus()
  }, [])

  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    // React's events pass through the portal: around it may be the form of a document.
    event.stopPropagation()
    if (canSubmit) onSubmit()
  }
  return createPortal(
    <dialog aria-labelledby={id} className={styles.dialog} onClose={onClose} ref={dialog}>
      <form className={styles.form} onSubmit={submit}>
        <header>
          <p className={styles.about}>{about}</p>
          <h2 className={styles.title} id={id}>
            {title}
          </h2>
          {note && <p className={styles.note}>{note}</p>}
        </header>
        {children}
        {refusal && (
          <p className={styles.refusal} role="alert">
            {refusal}
          </p>
        )}
        <div className={styles.buttons}>
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => dialog.current?.close()}
            type="button"
          >
            {words.back}
          </Button>
          <Button disabled={!canSubmit} margin={false} type="submit">
            {words.submit}
          </Button>
        </div>
      </form>
    </dialog>,
    document.body,
  )
}

type FieldProps = { label: string; hint?: ReactNode; children: (id: string) => ReactNode }

/** A labelled field of a dialog. @param children renders the input, with the id that the label names */
export const DialogField = ({ label, hint, children }: FieldProps) => {
  const id = useId()
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <p className={styles.hint}>{hint}</p>}
    </div>
  )
}
