'use client'

import { Button, useConfig, usePayloadAPI } from '@payloadcms/ui'
import { createPortal } from 'react-dom'

import type { Shift } from '@/payload-types'

import { Figures } from './Figures'
import styles from './Report.module.css'
import { useWords } from './useWords'

/** What a closed shift came to, on the screen and on paper (80 mm, or A4). */
export const Report = ({ id }: { id: number | string }) => {
  const words = useWords()
  const { config } = useConfig()
  const [answer] = usePayloadAPI(`${config.routes.api}/shifts/${id}`, {
    initialParams: { depth: 0 },
  })
  const shift = answer.data as Partial<Shift> | undefined
  if (!shift?.id) return null
  if (!shift.closedAt) return <p className={styles.quiet}>{words.stillOpen}</p>
  const figures = <Figures shift={shift as Shift} />
  return (
    <section aria-label={words.report} className={styles.report}>
      <div className={styles.actions}>
        <Button buttonStyle="secondary" margin={false} onClick={() => window.print()}>
          {words.print}
        </Button>
      </div>
      {figures}
      {createPortal(
        // Paper shows this and nothing else of the panel.
        <div aria-hidden="true" className={styles.sheet}>
          {figures}
        </div>,
        document.body,
      )}
    </section>
  )
}
