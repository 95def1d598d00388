'use client'

import { Button, toast, useAllFormFields, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { languageOf } from '@/lib/panel/said'

import type { Asking } from './ReasonDialog'
import { ReasonDialog } from './ReasonDialog'
import type { Verb } from './useOrderChange'
import { useOrderChange } from './useOrderChange'
import { WORDS } from './words'

/** A relationship's value is an id, or the document where it was loaded. */
const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value

/** The named operations of one order as buttons; the server decides, and its refusals are shown. */
export const OrderActions = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [fields] = useAllFormFields()
  const [asking, setAsking] = useState<Asking | null>(null)
  const { isBusy, change } = useOrderChange()
  const router = useRouter()
  const words = WORDS[languageOf(i18n)]

  const isPaid = Boolean(fields.paidAt?.value)
  const isPending = fields.status?.value === 'pending'
  const isCounterSale = isPaid && idOf(fields.user?.value) === idOf(fields.paidBy?.value)
  const mayCancel = isPending || (fields.status?.value === 'completed' && isCounterSale)
  if (!id || !mayCancel) return null

  const act = async (verb: Verb, reason?: string) => {
    const called = await change(Number(id), verb, reason ? { reason } : {})
    if (!called) return
    setAsking(null)
    if (called.isDone) toast.success(words.done)
    else toast.error(called.refusal || (called.status === 0 ? words.unreachable : words.failed))
    router.refresh()
  }

  const canComplete = isPending && (isPaid || fields.paymentMethod?.value === 'cod')
  return (
    <div className="field-type" style={{ display: 'grid', gap: '0.5rem' }}>
      {!isPaid && (
        <Button disabled={isBusy} margin={false} onClick={() => void act('confirm-payment')}>
          {words.confirm}
        </Button>
      )}
      {canComplete && (
        <Button disabled={isBusy} margin={false} onClick={() => void act('complete')}>
          {words.complete}
        </Button>
      )}
      {!isPaid && Boolean(fields.paymentProof?.value) && (
        <Button
          buttonStyle="secondary"
          disabled={isBusy}
          margin={false}
          onClick={() => setAsking('reject-payment')}
        >
          {words.reject}
        </Button>
      )}
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        margin={false}
        onClick={() => setAsking('cancel')}
      >
        {words.cancel}
      </Button>
      {asking && (
        <ReasonDialog
          asking={asking}
          isBusy={isBusy}
          onClose={() => setAsking(null)}
          onGiven={(reason) => void act(asking, reason)}
          title={`Order #${id}`}
        />
      )}
    </div>
  )
}
