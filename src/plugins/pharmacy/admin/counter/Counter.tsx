'use client'

import { Link, useAuth, useConfig, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

import { languageOf } from '@/lib/panel/said'

import { DeskBadge } from '../desk/DeskBadge'
import type { Missing } from './basket'
import { addPiece, EMPTY, missingIn, removeLine, setQuantity, totalOf } from './basket'
import { Checkout } from './Checkout'
import styles from './Counter.module.css'
import { Lines } from './Lines'
import { Search } from './Search'
import { SoldView } from './SoldView'
import { useKeys } from './useKeys'
import { useSale } from './useSale'
import { WORDS } from './words'

type CounterProps = { user: number | string }

const Selling = ({ sale }: { sale: ReturnType<typeof useSale> }) => {
  const { i18n } = useTranslation()
  const { admin } = useConfig().config.routes
  const words = WORDS[languageOf(i18n)]
  const { basket, state, refusal, edit, sell } = sale
  const [missing, setMissing] = useState<Missing | 'looking' | null>(null)
  const searchRef = useRef<HTMLInputElement>(null)
  const receivedRef = useRef<HTMLInputElement>(null)
  const lookingFor = useRef(0)
  const isLocked = state !== 'typing'
  const toSearch = () => searchRef.current?.focus()
  useEffect(() => searchRef.current?.focus(), [])

  const change: typeof edit = (next) => {
    setMissing(null)
    edit(next)
  }
  /** What was scanned a moment ago belongs to this sale. */
  const lackingNow = () => (lookingFor.current > 0 ? 'looking' : missingIn(basket))
  const trySell = () => {
    if (state === 'sending') return
    const lacking = state === 'lost' ? null : lackingNow()
    setMissing(lacking)
    if (lacking === 'received') receivedRef.current?.focus()
    if (!lacking) void sell()
  }
  const payExactly = () => change((now) => ({ ...now, method: 'cash', received: totalOf(now) }))
  const clear = () => {
    if (window.confirm(words.clearAsk)) change(() => EMPTY)
    toSearch()
  }
  useKeys(
    { F2: toSearch, F4: () => receivedRef.current?.focus(), F8: payExactly, F9: trySell },
    toSearch,
  )

  const said = missing ? words.missing[missing] : refusal !== null && (refusal || words.failed)
  return (
    <div className={styles.counter}>
      <section className={styles.goods}>
        <div className={styles.top}>
          <Search
            inputRef={searchRef}
            onDone={() => (receivedRef.current ? receivedRef.current.focus() : trySell())}
            onLook={(isLooking) => {
              lookingFor.current += isLooking ? 1 : -1
            }}
            onPick={(obat) => change((now) => addPiece(now, obat))}
            words={words}
          />
          <Link className={styles.toDesk ?? ''} href={`${admin}/desk`}>
            {words.toDesk} <DeskBadge />
          </Link>
        </div>
        <Lines
          isLocked={isLocked}
          lines={basket.lines}
          onDone={toSearch}
          onQuantity={(id, quantity) => change((now) => setQuantity(now, id, quantity))}
          onRemove={(id) => change((now) => removeLine(now, id))}
          words={words}
        />
        {basket.lines.length > 0 && (
          <button className={styles.clear} disabled={isLocked} onClick={clear} type="button">
            {words.clear}
          </button>
        )}
        <p className={styles.keys}>{words.keys}</p>
      </section>
      <div className={styles.side}>
        <Checkout
          basket={basket}
          isLocked={isLocked}
          isSending={state === 'sending'}
          language={i18n.language}
          onEdit={change}
          onSell={trySell}
          receivedRef={receivedRef}
          words={words}
        />
        {said && (
          <p className={styles.refusal} role="alert">
            {said}
          </p>
        )}
        {state === 'lost' && (
          <div className={styles.refusal} role="alert">
            <p>{words.lost}</p>
            <button onClick={() => void sell()} type="button">
              {words.askAgain}
            </button>
          </div>
        )}
      </div>
    </div>
  )
}

const OwnCounter = ({ user }: CounterProps) => {
  const sale = useSale(user)
  return sale.sold ? <SoldView onNext={sale.next} sold={sale.sold} /> : <Selling sale={sale} />
}

/** The counter: goods are scanned, paid and handed over, without a mouse if need be. */
export const Counter = () => {
  const { user } = useAuth()
  return user && <OwnCounter key={user.id} user={user.id} />
}
