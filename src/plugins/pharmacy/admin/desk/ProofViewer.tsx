'use client'

import type { KeyboardEvent, PointerEvent } from 'react'
import { useEffect, useEffectEvent, useRef, useState } from 'react'

import styles from './ProofViewer.module.css'
import type { DeskWords } from './words'
import type { Zoom } from './zoom'
import { FITTED, movedBy, scaledBy, STEP } from './zoom'

type Props = {
  /** Signed anew with each answer; the one that was opened first is kept while it opens. */
  url: string
  label: string
  words: DeskWords
}

const ARROWS: Record<string, [number, number]> = {
  ArrowLeft: [40, 0],
  ArrowRight: [-40, 0],
  ArrowUp: [0, 40],
  ArrowDown: [0, -40],
}
/** A press that moves less than this is a click. */
const CLICK_PX = 4

/** The picture of a proof: wheel, click, buttons or + − 0 to enlarge, drag or arrows to move. */
export const ProofViewer = ({ url, label, words }: Props) => {
  const [src, setSrc] = useState(url)
  const [zoom, setZoom] = useState<Zoom>(FITTED)
  const frame = useRef<HTMLDivElement>(null)
  const drag = useRef<{ x: number; y: number; isMoved: boolean } | null>(null)

  const size = () => ({
    width: frame.current?.clientWidth ?? 0,
    height: frame.current?.clientHeight ?? 0,
  })
  const scale = (factor: number, at?: { clientX: number; clientY: number }) => {
    const box = frame.current?.getBoundingClientRect()
    const point =
      at && box
        ? {
            x: at.clientX - box.left - box.width / 2,
            y: at.clientY - box.top - box.height / 2,
          }
        : undefined
    setZoom((now) => scaledBy(now, factor, size(), point))
  }
  const move = (dx: number, dy: number) => setZoom((now) => movedBy(now, dx, dy, size()))

  // React's own wheel listeners cannot keep the page from scrolling.
  const onWheel = useEffectEvent((event: WheelEvent) => {
    event.preventDefault()
    scale(event.deltaY < 0 ? STEP : 1 / STEP, event)
  })
  useEffect(() => {
    const { current } = frame
    current?.addEventListener('wheel', onWheel, { passive: false })
    return () => current?.removeEventListener('wheel', onWheel)
  }, [])

  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = ARROWS[event.key]
    if (event.key === '+' || event.key === '=') scale(STEP)
    else if (event.key === '-') scale(1 / STEP)
    else if (event.key === '0') setZoom(FITTED)
    else if (arrow && zoom.scale > 1) move(...arrow)
    else return
    event.preventDefault()
  }
  const onPointerMove = ({ clientX, clientY }: PointerEvent) => {
    const { current } = drag
    if (!current) return
    const [dx, dy] = [clientX - current.x, clientY - current.y]
    if (!current.isMoved && Math.hypot(dx, dy) < CLICK_PX) return
    drag.current = { x: clientX, y: clientY, isMoved: true }
    move(dx, dy)
  }
  const onPointerUp = (event: PointerEvent) => {
    const isClick = drag.current?.isMoved === false
    drag.current = null
    if (!isClick) return
    if (zoom.scale > 1) setZoom(FITTED)
    else scale(STEP * STEP * STEP, event)
  }

  return (
    <figure className={styles.proof}>
      <div
        aria-label={`${label}. ${words.proofKeys}`}
        className={styles.frame}
        data-scale={zoom.scale}
        onKeyDown={onKeyDown}
        onPointerCancel={() => (drag.current = null)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drag.current = { x: event.clientX, y: event.clientY, isMoved: false }
        }}
        onPointerMove={onPointerMove}
        onPointerUp={onPointerUp}
        ref={frame}
        role="application"
        tabIndex={0}
      >
        <img
          alt={label}
          draggable={false}
          onError={() => setSrc(url)}
          src={src}
          style={{ transform: `translate(${zoom.x}px, ${zoom.y}px) scale(${zoom.scale})` }}
        />
      </div>
      <figcaption className={styles.tools}>
        <button aria-label={words.smaller} onClick={() => scale(1 / STEP)} type="button">
          −
        </button>
        <button aria-label={words.larger} onClick={() => scale(STEP)} type="button">
          +
        </button>
        <button onClick={() => setZoom(FITTED)} type="button">
          {words.fit}
        </button>
        <a href={url} rel="noreferrer" target="_blank">
          {words.newTab}
        </a>
      </figcaption>
    </figure>
  )
}
