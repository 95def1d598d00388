'use client'

import { useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

import { Receipt } from './Receipt'
import styles from './Receipt.module.css'
import type { ShownPaper } from './usePaper'

const MM_PER_PX = 25.4 / 96

type Props = ShownPaper & { onReady?: () => void }

/**
 * While this is on the page, printing prints the receipt and nothing else, on one strip that is as long
 * as it is. (CSS cannot say `80mm auto`: the length is measured.)
 */
export const PrintedReceipt = ({ onReady, ...shown }: Props) => {
  const strip = useRef<HTMLDivElement>(null)
  const [height, setHeight] = useState(0)
  useLayoutEffect(() => {
    const measured = strip.current?.getBoundingClientRect().height ?? 0
    setHeight(Math.ceil(measured * MM_PER_PX) + 1)
  }, [shown.paper])
  useLayoutEffect(() => {
    if (height > 0) onReady?.()
  }, [height, onReady])
  return createPortal(
    <div aria-hidden className={styles.printed} ref={strip}>
      {height > 0 && <style>{`@page { size: 80mm ${height}mm; margin: 0 }`}</style>}
      <Receipt {...shown} />
    </div>,
    document.body,
  )
}
