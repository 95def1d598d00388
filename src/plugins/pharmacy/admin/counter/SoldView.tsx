'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'

import { languageOf } from '@/lib/panel/said'
import { showRupiah } from '@/lib/panel/showRupiah'

import { PrintedReceipt } from '../receipt/PrintedReceipt'
import { Receipt } from '../receipt/Receipt'
import { usePaper } from '../receipt/usePaper'
import styles from './Counter.module.css'
import { useKeys } from './useKeys'
import type { Sold } from './useSale'
import { WORDS } from './words'

/** After a sale: the change to be given, the receipt, and the way to the next one. */
export const SoldView = ({ sold, onNext }: { sold: Sold; onNext: () => void }) => {
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const shown = usePaper(sold.id)
  const total = sold.totalPrice ?? 0
  const received = sold.cashReceived ?? null
  const next = useRef<HTMLDivElement>(null)
  useEffect(() => next.current?.querySelector('button')?.focus(), [])
  useKeys({ F9: () => shown && window.print() })
  return (
    <div className={styles.sold}>
      <section className={styles.soldFacts}>
        <h1>
          {words.sold}: {words.order} #{sold.id}
        </h1>
        <dl>
          <dt>{words.total}</dt>
          <dd>{showRupiah(total)}</dd>
          {received !== null && (
            <>
              <dt>{words.received}</dt>
              <dd>{showRupiah(received)}</dd>
              <dt className={styles.large}>{words.change}</dt>
              <dd className={styles.large}>{showRupiah(received - total)}</dd>
            </>
          )}
        </dl>
        <div className={styles.soldActions} ref={next}>
          <Button margin={false} onClick={onNext} size="large">
            {words.next}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={!shown}
            margin={false}
            onClick={() => window.print()}
            size="large"
          >
            {words.print}
          </Button>
        </div>
        <p className={styles.links}>
          <a href={`/api/orders/${sold.id}/receipt`} rel="noreferrer" target="_blank">
            {words.receiptPdf}
          </a>
          <a href={`/api/orders/${sold.id}/invoice`} rel="noreferrer" target="_blank">
            {words.invoicePdf}
          </a>
        </p>
      </section>
      {shown && (
        <div className={styles.preview}>
          <Receipt {...shown} />
        </div>
      )}
      {shown && <PrintedReceipt {...shown} />}
    </div>
  )
}
