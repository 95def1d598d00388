'use client'

import { Button, Link, useConfig } from '@payloadcms/ui'

import { CashField } from '@/lib/panel/CashField'
import { MethodPicker } from '@/lib/panel/MethodPicker'
import { showTime } from '@/lib/panel/showDate'

import type { DeskOrder } from '../../deskSchemas'
import { METHOD_LABELS } from '../../labels'
import { Prescription } from '../prescription/Prescription'
import type { Verb } from '../useOrderChange'
import { WORDS as ORDER_WORDS } from '../words'
import { Lines } from './Lines'
import type { DeskMethod } from './orderFacts'
import { DESK_METHODS, localAddress, usualMethod, verbsFor } from './orderFacts'
import styles from './OrderPane.module.css'
import { ProofViewer } from './ProofViewer'
import { AmountAlarm, Stated } from './Stated'
import type { DeskWords } from './words'

/** How the money comes, and what was handed over of cash; null: not filled in. */
export type Taking = { method: DeskMethod; received: number | null }

type Props = {
  order: DeskOrder
  /** Somebody else has dealt with it. */
  isGone: boolean
  isBusy: boolean
  /** It has been on the screen for long enough to have been seen. */
  isSettled: boolean
  taking: Taking
  words: DeskWords
  language: 'en' | 'id'
  onTaking: (taking: Taking) => void
  onVerb: (verb: Verb) => void
  onNext: () => void
}

const KEYS: Record<Verb, string> = {
  'confirm-payment': 'Enter',
  complete: 'S',
  'reject-payment': 'R',
  cancel: 'X',
}
const LABELS = {
  'confirm-payment': 'confirm',
  complete: 'complete',
  'reject-payment': 'reject',
  cancel: 'cancel',
} as const

const Head = ({ order, words, language }: Pick<Props, 'order' | 'words' | 'language'>) => {
  const { config } = useConfig()
  const { id, customerName, accountName, customerPhone, paymentMethod, createdAt } = order
  const zone = config.admin.timezones.defaultTimezone ?? 'UTC'
  const isOther = accountName && customerName && accountName !== customerName
  const paid = order.online?.isPaid ? words.paidOnline : words.paidBy(order.takenBy ?? '–')
  const state = order.status === 'pending' ? order.paidAt && paid : words[order.status]
  return (
    <header className={styles.head}>
      <h2>
        <Link href={`${config.routes.admin}/collections/orders/${id}`} title={words.openOrder}>
          Order #{id}
        </Link>
        {state && <span className={styles.state}>{state}</span>}
      </h2>
      <p>
        <strong>{customerName ?? accountName ?? words.noName}</strong>
        {customerPhone && ` · ${customerPhone}`}
        {isOther && ` · ${words.account(accountName)}`}
      </p>
      <p className={styles.quiet}>
        {paymentMethod ? METHOD_LABELS[paymentMethod][language] : words.noMethod}
        {' · '}
        <time dateTime={createdAt}>{showTime(createdAt, zone)}</time>
      </p>
    </header>
  )
}

/** How it was paid online, or that it may be paid in this very moment. */
const Online = ({ order: { online, paidAt, status }, words }: Pick<Props, 'order' | 'words'>) => {
  if (!online) return null
  const { invoiceNumber, channel, isPaid } = online
  if (isPaid) return <p className={styles.online}>{words.online(invoiceNumber, channel)}</p>
  if (paidAt || status !== 'pending') return null
  return (
    <p className={styles.warning} role="status">
      {words.payingOnline(invoiceNumber)}
    </p>
  )
}

const Facts = ({ order, words }: Pick<Props, 'order' | 'words'>) => {
  const { prescription, prescriptionSeen } = order
  const isOnIt = (obat: number) => prescription?.items.some((line) => line.obat === obat)
  const onPaper = order.items.some((line) => line.needsPrescription && !isOnIt(line.obat))
  return (
    <>
      <Online order={order} words={words} />
      {order.rejectReason && <p className={styles.warning}>{words.rejected(order.rejectReason)}</p>}
      {order.cancelReason && <p className={styles.warning}>{order.cancelReason}</p>}
      {prescription && <Prescription prescription={prescription} />}
      {onPaper && (
        <p className={styles.warning}>
          {prescriptionSeen ? words.prescriptionSeen : words.prescriptionHint}
        </p>
      )}
    </>
  )
}

const Proof = ({ order, words }: Pick<Props, 'order' | 'words'>) => {
  if (order.proofUrl) {
    const url = localAddress(order.proofUrl)
    const name = url.split('?')[0]
    return <ProofViewer key={name} label={words.proofOf(order.id)} url={url} words={words} />
  }
  if (order.paidAt || usualMethod(order) === 'cash') return null
  return (
    <div className={styles.noProof}>
      <strong>{words.noProof}</strong>
      <span>{words.noProofHint}</span>
    </div>
  )
}

const Actions = ({ order, isBusy, isSettled, language, onVerb }: Props) => {
  const verbs = verbsFor(order)
  return (
    <div className={styles.actions}>
      {verbs.map((verb, index) => {
        const key = index === 0 ? 'Enter' : KEYS[verb]
        return (
          <Button
            buttonStyle={index === 0 ? 'primary' : 'secondary'}
            disabled={isBusy}
            extraButtonProps={{
              'aria-disabled': isBusy || !isSettled,
              'aria-keyshortcuts': key,
            }}
            key={verb}
            margin={false}
            onClick={() => onVerb(verb)}
          >
            {ORDER_WORDS[language][LABELS[verb]]} <kbd className={styles.key}>{key}</kbd>
          </Button>
        )
      })}
    </div>
  )
}

const Money = ({ order, taking, words, language, onTaking, onVerb }: Props) => {
  if (verbsFor(order)[0] !== 'confirm-payment') return null
  return (
    <>
      <MethodPicker
        legend={words.takenBy}
        method={taking.method}
        methods={DESK_METHODS.map((value) => ({ value, label: METHOD_LABELS[value][language] }))}
        onChange={(method) => onTaking({ method, received: null })}
      />
      {taking.method === 'cash' && (
        <CashField
          onChange={(received) => onTaking({ ...taking, received })}
          onEnter={() => onVerb('confirm-payment')}
          received={taking.received}
          total={order.totalPrice}
          words={words}
        />
      )}
    </>
  )
}

/** The order that is worked on: lines and total, what the buyer says and shows, and what can be done. */
export const OrderPane = (props: Props) => {
  const { order, isGone, words, onNext } = props
  return (
    <article aria-label={`Order #${order.id}`} className={styles.pane} data-order={order.id}>
      <Head {...props} />
      {isGone && (
        <div className={styles.gone} role="status">
          <span>{words.handled}</span>
          <Button buttonStyle="secondary" margin={false} onClick={onNext} size="small">
            {words.next}
          </Button>
        </div>
      )}
      <AmountAlarm order={order} words={words} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <Lines order={order} words={words} />
          <Facts order={order} words={words} />
          <Stated order={order} words={words} />
          {order.shippingAddress && (
            <section aria-label={words.address}>
              <h3 className={styles.heading}>{words.address}</h3>
              <p className={styles.address}>{order.shippingAddress}</p>
            </section>
          )}
          <Money {...props} />
        </div>
        <div className={styles.column}>
          <Proof order={order} words={words} />
        </div>
      </div>
      <Actions {...props} />
    </article>
  )
}
