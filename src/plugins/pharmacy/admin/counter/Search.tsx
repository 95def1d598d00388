'use client'

import type { KeyboardEvent, RefObject } from 'react'
import { useEffect, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'

import { showRupiah } from '@/lib/panel/showRupiah'

import type { FoundObat } from './basket'
import styles from './Counter.module.css'
import { findByCode, searchObat } from './findObat'
import type { Words } from './words'

type Props = {
  words: Words
  inputRef: RefObject<HTMLInputElement | null>
  onPick: (obat: FoundObat) => void
  /** Enter in the empty field: everything is scanned. */
  onDone: () => void
  /** A scanned code is being looked up, or is so no more. */
  onLook: (isLooking: boolean) => void
}

const TYPING_PAUSE_MS = 150

/** Adds what is scanned at once; what is typed is searched for, and chosen by arrows and Enter. */
export const Search = ({ words, inputRef, onPick, onDone, onLook }: Props) => {
  const [text, setText] = useState('')
  const [found, setFound] = useState<FoundObat[]>([])
  const [marked, setMarked] = useState(-1)
  const [fault, setFault] = useState('')
  const queue = useRef(Promise.resolve())
  const list = useId()

  const show = (docs: FoundObat[], mark = -1) => {
    setFound(docs)
    setMarked(mark)
  }

  useEffect(() => {
    const words = text.trim()
    if (words === '') return
    const abort = new AbortController()
    const timer = setTimeout(() => {
      void searchObat(words, abort.signal).then((called) => {
        if (abort.signal.aborted || !called.isDone) return
        setFound(called.body.docs)
        setMarked((mark) => (mark < called.body.docs.length ? mark : -1))
      })
    }, TYPING_PAUSE_MS)
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [text])

  const clear = () => {
    setText('')
    setFault('')
    show([])
  }

  const pick = (obat: FoundObat) => {
    clear()
    onPick(obat)
    inputRef.current?.focus()
  }

  /** What could not be added comes back into the field, unless the next scan is in it already. */
  const giveBack = (code: string, why: string, docs: FoundObat[]) => {
    setFault(why)
    if (inputRef.current?.value) return
    // On the page at once, so that it is selected whole: the next scan replaces it.
    flushSync(() => {
      setText(code)
      show(docs, docs.length > 0 ? 0 : -1)
    })
    inputRef.current?.select()
  }

  const look = async (code: string): Promise<void> => {
    const exact = await findByCode(code)
    const [known] = exact.isDone ? exact.body.docs : []
    if (known) return onPick(known)
    const called = await searchObat(code)
    if (!called.isDone) return giveBack(code, called.refusal || words.failed, [])
    const { docs } = called.body
    const [only] = docs
    if (only && docs.length === 1) return onPick(only)
    giveBack(code, docs.length === 0 ? `${words.unknown} ${code}` : '', docs)
  }

  /** One after the other, in the order of their scans; the field is free for the next at once. */
  const enter = () => {
    const code = text.trim()
    const chosen = found[marked]
    if (chosen) return pick(chosen)
    if (code === '') return onDone()
    clear()
    onLook(true)
    queue.current = queue.current.then(async () => look(code)).finally(() => onLook(false))
  }

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step && found.length > 0) {
      event.preventDefault()
      setMarked(
        (mark) => (Math.max(mark, step === 1 ? -1 : 0) + step + found.length) % found.length,
      )
    } else if (event.key === 'Enter') {
      event.preventDefault()
      enter()
    } else if (event.key === 'Escape') clear()
  }

  const isOpen = found.length > 0
  return (
    <div className={styles.search}>
      <input
        ref={inputRef}
        aria-activedescendant={marked >= 0 ? `${list}-${marked}` : undefined}
        aria-autocomplete="list"
        aria-controls={list}
        aria-expanded={isOpen}
        aria-label={words.search}
        autoComplete="off"
        className={styles.searchInput}
        onChange={(event) => {
          setText(event.target.value)
          setFault('')
          // What was marked belongs to what stood here before: the next scan must not choose it.
          setMarked(-1)
          if (event.target.value.trim() === '') show([])
        }}
        onKeyDown={press}
        placeholder={words.search}
        role="combobox"
        spellCheck={false}
        type="text"
        value={text}
      />
      <ul
        className={styles.found}
        hidden={!isOpen}
        id={list}
        aria-label={words.results}
        role="listbox"
      >
        {found.map((obat, index) => (
          <li
            aria-selected={index === marked}
            className={styles.option}
            id={`${list}-${index}`}
            key={obat.id}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => pick(obat)}
            role="option"
          >
            <span className={styles.optionName}>
              {obat.name}
              {obat.sku && <small>{obat.sku}</small>}
            </span>
            <span>{showRupiah(obat.price)}</span>
            <span className={(obat.stock ?? 0) > 0 ? styles.muted : styles.bad}>
              {words.stock} {obat.stock ?? 0} {obat.unit}
            </span>
          </li>
        ))}
      </ul>
      <p aria-live="assertive" className={styles.fault}>
        {fault}
      </p>
    </div>
  )
}
