'use client'

import { Button, toast, useConfig } from '@payloadcms/ui'
import { useEffect, useId, useState } from 'react'

import { drawQr } from '@/lib/panel/drawQr'

import { billPath } from '../../constants'
import { useWords } from '../useWords'
import styles from './Bill.module.css'

type Drawn = Awaited<ReturnType<typeof drawQr>>

const Qr = ({ link }: { link: string }) => {
  const words = useWords()
  const [drawn, setDrawn] = useState<Drawn | null>(null)
  useEffect(() => {
    let isGone = false
    void drawQr(link).then((made) => {
      if (!isGone) setDrawn(made)
    })
    return () => {
      isGone = true
    }
  }, [link])
  return (
    <details className={styles.qr}>
      <summary>{words.qr}</summary>
      {drawn && (
        <svg
          aria-label={words.qr}
          role="img"
          shapeRendering="crispEdges"
          viewBox={`-2 -2 ${drawn.size + 4} ${drawn.size + 4}`}
        >
          <path d={drawn.path} />
        </svg>
      )}
    </details>
  )
}

/** The page on which the patient sees and pays a bill: to be copied, shared or scanned. */
export const PatientLink = ({ id }: { id: string }) => {
  const { config } = useConfig()
  const words = useWords()
  const field = useId()
  const link = `${config.serverURL}${billPath(id)}`

  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(link)
      toast.success(words.copied)
    } catch {
      // The clipboard is closed where the panel is opened over plain http in the clinic's network.
      toast.error(words.notCopied)
    }
  }
  const canShare = typeof navigator !== 'undefined' && 'share' in navigator
  return (
    <div className={styles.link}>
      <label htmlFor={field}>{words.link}</label>
      <input
        aria-describedby={`${field}-hint`}
        id={field}
        onFocus={({ target }) => target.select()}
        readOnly
        value={link}
      />
      <p id={`${field}-hint`}>{words.linkHint}</p>
      <div className={styles.buttons}>
        <Button buttonStyle="secondary" margin={false} onClick={() => void copy()} size="small">
          {words.copy}
        </Button>
        {canShare && (
          <Button
            buttonStyle="secondary"
            margin={false}
            onClick={() => void navigator.share({ url: link }).catch(() => undefined)}
            size="small"
          >
            {words.share}
          </Button>
        )}
      </div>
      <Qr link={link} />
    </div>
  )
}
