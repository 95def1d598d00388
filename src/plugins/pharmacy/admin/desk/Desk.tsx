'use client'

import { Button, Link, useConfig, useDebounce, useTranslation } from '@payloadcms/ui'
import { useRef, useState } from 'react'

import { languageOf } from '@/lib/panel/said'

import { DESK_KINDS } from '../../constants'
import { counterView } from '../../counterPage'
import type { Asking } from '../ReasonDialog'
import { ReasonDialog } from '../ReasonDialog'
import type { Verb } from '../useOrderChange'
import styles from './Desk.module.css'
import { Empty } from './Empty'
import { Foot } from './Foot'
import { usualMethod, verbsFor } from './orderFacts'
import type { Taking } from './OrderPane'
import { OrderPane } from './OrderPane'
import { Queue } from './Queue'
import { useDesk } from './useDesk'
import { useSettled } from './useSettled'
import { useShortcuts } from './useShortcuts'
import { useTitleCount } from '@/lib/panel/useTitleCount'
import { WORDS } from './words'

type Waiting = Exclude<(typeof DESK_KINDS)[number], 'all'>

const KINDS = DESK_KINDS.filter((kind): kind is Waiting => kind !== 'all')
const TYPING_PAUSE_MS = 250

const isAsking = (verb: Verb): verb is Asking => verb === 'reject-payment' || verb === 'cancel'

/** The cashier's desk: what waits, live, and what to do about it, by hand or by keyboard. */
export const Desk = () => {
  const { i18n } = useTranslation()
  const { admin } = useConfig().config.routes
  const language = languageOf(i18n)
  const words = WORDS[language]
  const [kind, setKind] = useState<Waiting>('payments')
  const [typed, setTyped] = useState('')
  const search = useDebounce(typed.trim(), TYPING_PAUSE_MS)
  const shownKind = search === '' ? kind : 'all'
  const desk = useDesk({ kind: shownKind, search }, language)
  const { orders, shown, isGone, isBusy, waiting, act, move, pick } = desk
  const isSettled = useSettled(shown?.id ?? null)
  // What is asked, or filled in, about one order counts for no other.
  const [asked, setAsked] = useState<{ order: number; verb: Asking } | null>(null)
  const [filled, setFilled] = useState<{ order: number; taking: Taking } | null>(null)
  const searchField = useRef<HTMLInputElement>(null)
  useTitleCount(waiting?.payments ?? 0)

  const asking = asked && asked.order === shown?.id ? asked.verb : null
  const usual = shown ? usualMethod(shown) : 'cash'
  const taking =
    filled && filled.order === shown?.id ? filled.taking : { method: usual, received: null }
  const run = (verb: Verb) => {
    if (!shown || !isSettled || isBusy || !verbsFor(shown).includes(verb)) return
    if (isAsking(verb)) return setAsked({ order: shown.id, verb })
    if (shown.paidAt) return void act(verb)
    const { method, received } = taking
    if (received !== null && received < shown.totalPrice) return
    void act(verb, {
      ...(method === usual ? {} : { method }),
      ...(received === null ? {} : { cashReceived: received }),
    })
  }
  const next = () => pick(orders?.[0]?.id ?? null)
  const enter = () => {
    const [first] = shown && !isGone ? verbsFor(shown) : []
    if (isGone && isSettled) next()
    else if (first) run(first)
  }
  useShortcuts({
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    Enter: enter,
    s: () => run('complete'),
    r: () => run('reject-payment'),
    x: () => run('cancel'),
    '/': () => searchField.current?.focus(),
  })

  return (
    <div className={styles.desk}>
      <div className={styles.top}>
        <h1 className={styles.title}>{words.title}</h1>
        <div aria-label={words.queue} className={styles.kinds} role="group">
          {KINDS.map((one) => (
            <button
              aria-pressed={shownKind === one}
              key={one}
              onClick={() => {
                setTyped('')
                setKind(one)
              }}
              type="button"
            >
              {words.kinds[one]}
              <span className={styles.count}>{waiting?.[one] ?? '–'}</span>
            </button>
          ))}
        </div>
        <input
          aria-keyshortcuts="/"
          aria-label={words.search}
          className={styles.search}
          onChange={({ target }) => setTyped(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') setTyped('')
            if (event.key === 'Escape' || event.key === 'Enter') event.currentTarget.blur()
          }}
          placeholder={`${words.search} ( / )`}
          ref={searchField}
          type="search"
          value={typed}
        />
        <Link className={styles.toCounter ?? ''} href={`${admin}${counterView.path}`}>
          {words.toCounter}
        </Link>
      </div>
      <p aria-live="polite" className={styles.told} role="status">
        {desk.told}
      </p>
      <p aria-live="polite" className={styles.told}>
        {desk.newest !== null && words.arrived(desk.newest)}
      </p>
      {desk.isStale && (
        <div className={styles.stale} role="alert">
          <span>{words.stale}</span>
          <Button buttonStyle="secondary" margin={false} onClick={desk.reload} size="small">
            {words.reload}
          </Button>
        </div>
      )}
      {!shown && <Empty isLoading={orders === null} kind={shownKind} words={words} />}
      {shown && (
        <div className={styles.work}>
          <div className={styles.list}>
            <Queue
              language={language}
              onPick={pick}
              orders={orders ?? []}
              shownId={shown.id}
              words={words}
            />
            {shownKind !== 'all' && waiting && orders && waiting[shownKind] > orders.length && (
              <p className={styles.quiet}>{words.shown(orders.length, waiting[shownKind])}</p>
            )}
          </div>
          <OrderPane
            isBusy={isBusy}
            isGone={isGone}
            isSettled={isSettled}
            key={shown.id}
            language={language}
            onNext={next}
            onTaking={(how) => setFilled({ order: shown.id, taking: how })}
            onVerb={run}
            order={shown}
            taking={taking}
            words={words}
          />
        </div>
      )}
      <Foot newest={desk.newest} words={words} />
      {asking && shown && (
        <ReasonDialog
          asking={asking}
          isBusy={isBusy}
          onClose={() => setAsked(null)}
          onGiven={(reason) =>
            void act(asking, { reason }).then((isOver) => {
              if (isOver) setAsked(null)
            })
          }
          title={`Order #${shown.id}`}
        />
      )}
    </div>
  )
}
