'use client'

import { useConfig } from '@payloadcms/ui'
import type { KeyboardEvent } from 'react'
import { useEffect, useId, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'

import styles from './Aftermath.module.css'
import type { FoundObat } from './prescriptionLines'
import type { RoomWords } from './words'

type Found = FoundObat & { stock?: number | null }
type Props = { words: RoomWords; onPick: (obat: FoundObat) => void }

const TYPING_PAUSE_MS = 200
const SHOWN = 8
const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** Active obat with these words in their name, or this part in their SKU. */
const queryOf = (text: string): string => {
  const query = new URLSearchParams({ depth: '0', limit: String(SHOWN), sort: 'name' })
  for (const field of ['name', 'unit', 'stock']) query.set(`select[${field}]`, 'true')
  query.set('where[and][0][active][equals]', 'true')
  query.set('where[and][1][or][0][name][like]', text)
  query.set('where[and][1][or][1][sku][like]', text)
  return query.toString()
}

/** Finds obat by what is typed; chosen by pointer, or by arrows and Enter. */
export const ObatSearch = ({ words, onPick }: Props) => {
  const { config } = useConfig()
  const [text, setText] = useState('')
  const [found, setFound] = useState<Found[]>([])
  const [isNothing, setNothing] = useState(false)
  const [marked, setMarked] = useState(0)
  const list = useId()
  const wanted = text.trim()

  useEffect(() => {
    if (wanted === '') return
    const abort = new AbortController()
    const timer = window.setTimeout(() => {
      const path = `${config.routes.api}/obat?${queryOf(wanted)}`
      void callApi<{ docs: Found[] }>(path, { signal: abort.signal }).then(({ body }) => {
        if (abort.signal.aborted || !body) return
        setFound(body.docs)
        setNothing(body.docs.length === 0)
        setMarked(0)
      })
    }, TYPING_PAUSE_MS)
    return () => {
      window.clearTimeout(timer)
      abort.abort()
    }
  }, [wanted, config.routes.api])

  const shown = wanted === '' ? [] : found
  const clear = () => {
    setText('')
    setFound([])
  }
  const pick = (obat: Found) => {
    clear()
    onPick(obat)
  }
  const press = (event: KeyboardEvent) => {
    const step = STEPS[event.key]
    if (step && shown.length > 0) {
      event.preventDefault()
      setMarked((marked + step + shown.length) % shown.length)
    } else if (event.key === 'Enter') {
      // Never sends the form around it.
      event.preventDefault()
      const obat = shown[marked]
      if (obat) pick(obat)
    } else if (event.key === 'Escape') clear()
  }
  const isOpen = shown.length > 0
  return (
    <div className={styles.search}>
      <input
        aria-activedescendant={isOpen ? `${list}-${marked}` : undefined}
        aria-autocomplete="list"
        aria-controls={list}
        aria-expanded={isOpen}
        aria-label={words.addObat}
        autoComplete="off"
        onChange={({ target }) => setText(target.value)}
        onKeyDown={press}
        placeholder={words.addObat}
        role="combobox"
        type="text"
        value={text}
      />
      <ul aria-label={words.results} hidden={!isOpen} id={list} role="listbox">
        {shown.map((obat, index) => (
          <li
            aria-selected={index === marked}
            id={`${list}-${index}`}
            key={obat.id}
            onClick={() => pick(obat)}
            onMouseDown={(event) => event.preventDefault()}
            role="option"
          >
            <span>{obat.name}</span>
            <span className={styles.hint}>
              {words.stock} {obat.stock ?? 0} {obat.unit}
            </span>
          </li>
        ))}
      </ul>
      <p className={styles.hint} role="status">
        {wanted !== '' && isNothing && words.noneFound}
      </p>
    </div>
  )
}
