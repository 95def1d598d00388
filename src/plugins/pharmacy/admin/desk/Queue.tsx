'use client'

import { useConfig } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { showRupiah } from '@/lib/panel/showRupiah'
import { showTime } from '@/lib/panel/showDate'

import type { DeskOrder } from '../../deskSchemas'
import { METHOD_LABELS } from '../../labels'
import { differingAmounts } from '../../statedAmounts'
import { isOpen } from './orderFacts'
import styles from './Queue.module.css'
import { useNow } from './useNow'
import type { DeskWords } from './words'

type Props = {
  orders: DeskOrder[]
  shownId: number | null
  words: DeskWords
  language: 'en' | 'id'
  onPick: (id: number) => void
}

/** Orders that end within this time are marked. */
const SOON_MS = 2 * 60 * 60 * 1000

const stateOf = ({ status, paidAt, online }: DeskOrder, words: DeskWords): string => {
  if (status !== 'pending') return words[status]
  if (!paidAt) return words.unpaid
  return online?.isPaid ? words.paidOnline : words.paid
}

const Item = ({
  order,
  words,
  language,
  now,
}: Omit<Props, 'orders'> & { order: DeskOrder; now: number }) => {
  const { config } = useConfig()
  const { id, customerName, accountName, paymentMethod, createdAt, expiresAt, proofUrl } = order
  const left = expiresAt && isOpen(order) ? new Date(expiresAt).getTime() - now : null
  const differs =
    !order.paidAt && differingAmounts(order.paymentDetails, order.totalPrice).length > 0
  const placed = showTime(createdAt, config.admin.timezones.defaultTimezone ?? 'UTC')
  return (
    <>
      <span className={styles.first}>
        <strong>#{id}</strong>
        <span className={styles.who}>{customerName ?? accountName ?? words.noName}</span>
        <time dateTime={createdAt} title={placed}>
          {words.age(now - new Date(createdAt).getTime())}
        </time>
      </span>
      <span className={styles.second}>
        <strong className={styles.total}>{showRupiah(order.totalPrice)}</strong>
        <span>{paymentMethod ? METHOD_LABELS[paymentMethod][language] : words.noMethod}</span>
      </span>
      <span className={styles.marks}>
        {proofUrl && <span className={styles.good}>{words.hasProof}</span>}
        {order.online && !order.online.isPaid && isOpen(order) && !order.paidAt && (
          <span className={styles.good}>{words.isPayingOnline}</span>
        )}
        {differs && <span className={styles.bad}>{words.differs}</span>}
        {(!isOpen(order) || order.paidAt) && <span>{stateOf(order, words)}</span>}
        {left !== null && left < SOON_MS && (
          <span className={styles.bad}>
            {left > 0 ? words.expires(words.age(left)) : words.expired}
          </span>
        )}
      </span>
    </>
  )
}

/** The orders that wait, the oldest on top. */
export const Queue = ({ orders, shownId, words, language, onPick }: Props) => {
  const now = useNow()
  const list = useRef<HTMLUListElement>(null)
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [shownId])
  const isShown = orders.some(({ id }) => id === shownId)
  return (
    <ul
      aria-activedescendant={isShown ? `desk-order-${shownId}` : undefined}
      aria-label={words.queue}
      className={styles.queue}
      ref={list}
      role="listbox"
      tabIndex={0}
    >
      {orders.map((order) => (
        <li
          aria-selected={order.id === shownId}
          className={styles.item}
          id={`desk-order-${order.id}`}
          key={order.id}
          onClick={() => onPick(order.id)}
          role="option"
        >
          <Item {...{ order, shownId, words, language, onPick, now }} />
        </li>
      ))}
    </ul>
  )
}
