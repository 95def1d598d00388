'use client'

import { Button, Link, useAllFormFields, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useState } from 'react'

import { hasRole } from '@/access'
import { Dialog } from '@/lib/panel/Dialog'

import type { PayableType } from '../../contract'
import { itemPath } from '../itemPath'
import { RefundDialog } from './RefundDialog'
import styles from './Transactions.module.css'
import { useTransactionChange } from './useTransactionChange'
import { useWords } from './useWords'

/** A relationship's value is an id, or the document where it was loaded. */
const idOf = (value: unknown): number | null => {
  const id = typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value
  return typeof id === 'number' ? id : null
}

/** Beside a transaction: the ways to what it is about, and for admins what can be done. */
export const Actions = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { user } = useAuth()
  const [fields] = useAllFormFields()
  const [asking, setAsking] = useState<'refund' | 'approve' | 'deny' | null>(null)
  const { isBusy, say } = useTransactionChange(String(id))
  const words = useWords()
  if (!id) return null

  const { admin } = config.routes
  const value = (name: string): unknown => fields[name]?.value
  const item = itemPath(value('type') as PayableType, value('itemId') as string)
  const payer = idOf(value('user'))
  const invoice = (value('invoiceNumber') as string | undefined) ?? ''
  const isAdmin = hasRole({ user: user as never }, 'admin')
  const isPaid = value('status') === 'SUCCESS' && Number(value('amount')) > 0
  const mayRefund = isPaid || Boolean(value('refundDue'))
  const review = async (verb: 'approve' | 'deny') => {
    if (await say(verb, words.done)) setAsking(null)
  }
  return (
    <div className={`field-type ${styles.actions}`}>
      <div className={styles.links}>
        {item && <Link href={`${admin}${item}`}>{words.toItem}</Link>}
        {payer !== null && <Link href={`${admin}/collections/users/${payer}`}>{words.toUser}</Link>}
      </div>
      {isAdmin && Boolean(value('underReview')) && (
        <>
          <Button disabled={isBusy} margin={false} onClick={() => setAsking('approve')}>
            {words.approve}
          </Button>
          <Button
            buttonStyle="secondary"
            disabled={isBusy}
            margin={false}
            onClick={() => setAsking('deny')}
          >
            {words.deny}
          </Button>
        </>
      )}
      {isAdmin && mayRefund && (
        <Button
          buttonStyle={value('refundDue') ? 'primary' : 'secondary'}
          disabled={isBusy}
          margin={false}
          onClick={() => setAsking('refund')}
        >
          {words.refundButton}
        </Button>
      )}
      {isAdmin && (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => void say('sync', words.synced)}
        >
          {words.sync}
        </Button>
      )}
      {asking === 'refund' && (
        <RefundDialog id={String(id)} invoice={invoice} onClose={() => setAsking(null)} />
      )}
      {(asking === 'approve' || asking === 'deny') && (
        <Dialog
          about={invoice}
          canSubmit={!isBusy}
          note={words[`${asking}Note`]}
          onClose={() => setAsking(null)}
          onSubmit={() => void review(asking)}
          title={words[`${asking}Why`]}
          words={{ back: words.back, submit: words[asking] }}
        >
          {null}
        </Dialog>
      )}
    </div>
  )
}
