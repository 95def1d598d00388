'use client'

import { Button } from '@payloadcms/ui'
import type { RefObject } from 'react'

import { languageOf } from '@/lib/panel/said'
import { showRupiah } from '@/lib/panel/showRupiah'

import { COUNTER_METHODS } from '../../constants'
import { METHOD_LABELS } from '../../labels'
import { NamedPrescription } from '../prescription/NamedPrescription'
import type { Basket } from './basket'
import { likelyAmounts, needsPrescription, totalOf } from './basket'
import styles from './Counter.module.css'
import { WholeInput } from './WholeInput'
import type { Words } from './words'

type Props = {
  basket: Basket
  words: Words
  language: string
  isLocked: boolean
  isSending: boolean
  receivedRef: RefObject<HTMLInputElement | null>
  onEdit: (next: (basket: Basket) => Basket) => void
  onSell: () => void
}

/** More money than anybody carries. */
const RECEIVED_MAX = 1_000_000_000_000

const Cash = ({ basket, words, isLocked, receivedRef, onEdit, onSell }: Props) => {
  const total = totalOf(basket)
  const { received } = basket
  const change = (received ?? 0) - total
  const receive = (amount: number | null) => onEdit((now) => ({ ...now, received: amount }))
  return (
    <>
      <label className={styles.field}>
        <span>{words.received} (Rp)</span>
        <WholeInput
          disabled={isLocked}
          inputRef={receivedRef}
          label={words.received}
          max={RECEIVED_MAX}
          onChange={receive}
          onEnter={onSell}
          value={received}
        />
      </label>
      <div className={styles.amounts}>
        {[total, ...likelyAmounts(total)].map((amount) => (
          <button
            disabled={isLocked || total === 0}
            key={amount}
            onClick={() => {
              receive(amount)
              receivedRef.current?.focus()
            }}
            type="button"
          >
            {amount === total ? words.exact : showRupiah(amount)}
          </button>
        ))}
      </div>
      {received !== null && total > 0 && (
        <p aria-live="polite" className={change < 0 ? styles.bad : styles.change}>
          <span>{change < 0 ? words.lacking : words.change}</span>
          <b>{showRupiah(Math.abs(change))}</b>
        </p>
      )}
    </>
  )
}

type TickProps = { label: string; isOn: boolean; isLocked: boolean; onTick: (on: boolean) => void }

const Tick = ({ label, isOn, isLocked, onTick }: TickProps) => (
  <label className={styles.tick}>
    <input
      checked={isOn}
      disabled={isLocked}
      onChange={({ target }) => onTick(target.checked)}
      type="checkbox"
    />
    {label}
  </label>
)

const ID_MAX = 2_147_483_647

const idIn = (typed: string): number | null => {
  const digits = typed.replace(/\D/g, '')
  return Number(digits) > 0 ? Math.min(Number(digits), ID_MAX) : null
}

/** A prescription on paper was seen, or an e-prescription is drawn on. */
const Prescribed = ({ basket, words, isLocked, onEdit }: Props) => (
  <>
    <Tick
      isLocked={isLocked}
      isOn={basket.prescriptionSeen}
      label={words.prescriptionSeen}
      onTick={(prescriptionSeen) => onEdit((now) => ({ ...now, prescriptionSeen }))}
    />
    <div className={styles.customer}>
      <input
        aria-label={words.prescription}
        autoComplete="off"
        disabled={isLocked}
        inputMode="numeric"
        onChange={({ target }) => {
          const prescription = idIn(target.value)
          onEdit((now) => ({ ...now, prescription }))
        }}
        placeholder={words.prescription}
        value={basket.prescription ?? ''}
      />
    </div>
    <div aria-live="polite">
      {basket.prescription !== null && (
        <NamedPrescription id={basket.prescription} key={basket.prescription} />
      )}
    </div>
  </>
)

/** How the basket is paid, by whom, and what it comes to. */
export const Checkout = (props: Props) => {
  const { basket, words, language, isLocked, isSending, onEdit, onSell } = props
  const set = (part: Partial<Basket>) => onEdit((now) => ({ ...now, ...part }))
  return (
    <section className={styles.checkout}>
      <p aria-live="polite" className={styles.total}>
        <span>{words.total}</span>
        <b>{showRupiah(totalOf(basket))}</b>
      </p>
      <fieldset className={styles.methods}>
        <legend>{words.method}</legend>
        {COUNTER_METHODS.map((method) => (
          <label key={method}>
            <input
              checked={basket.method === method}
              disabled={isLocked}
              name="method"
              onChange={() => set({ method })}
              type="radio"
            />
            <span>{METHOD_LABELS[method][languageOf({ language })]}</span>
          </label>
        ))}
      </fieldset>
      {basket.method === 'cash' ? (
        <Cash {...props} />
      ) : (
        <Tick
          isLocked={isLocked}
          isOn={basket.qrisSeen}
          label={words.qrisSeen}
          onTick={(qrisSeen) => set({ qrisSeen })}
        />
      )}
      {basket.lines.some(needsPrescription) && <Prescribed {...props} />}
      <div className={styles.customer}>
        <input
          aria-label={words.name}
          disabled={isLocked}
          maxLength={255}
          onChange={({ target }) => set({ customerName: target.value })}
          placeholder={words.name}
          value={basket.customerName}
        />
        <input
          aria-label={words.phone}
          disabled={isLocked}
          inputMode="tel"
          maxLength={32}
          onChange={({ target }) => set({ customerPhone: target.value })}
          placeholder={words.phone}
          value={basket.customerPhone}
        />
      </div>
      <Button
        className={styles.sell ?? ''}
        disabled={isLocked}
        margin={false}
        onClick={onSell}
        size="large"
      >
        {isSending ? words.selling : `${words.sell} (F9)`}
      </Button>
    </section>
  )
}
