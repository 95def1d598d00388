'use client'

import {
  Button,
  toast,
  useAllFormFields,
  useConfig,
  useDocumentInfo,
  useTranslation,
} from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'

import { languageOf } from '@/lib/panel/said'

import { WORDS } from './words'

type Verb = 'confirm-payment' | 'complete' | 'reject-payment' | 'cancel'

const post = async (url: string, body: Record<string, string>): Promise<string | null> => {
  const response = await fetch(url, {
    method: 'POST',
    credentials: 'include',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (response.ok) return null
  const answer = (await response.json().catch(() => null)) as {
    errors?: { message?: string }[]
  } | null
  return answer?.errors?.[0]?.message ?? ''
}

/** The named operations of one order as buttons; the server decides, and its refusals are shown. */
export const OrderActions = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const [fields] = useAllFormFields()
  const [isBusy, setBusy] = useState(false)
  const router = useRouter()
  const words = WORDS[languageOf(i18n)]

  const isPaid = Boolean(fields.paidAt?.value)
  if (!id || fields.status?.value !== 'pending') return null

  const act = async (verb: Verb, question?: string) => {
    const reason = question ? window.prompt(question)?.trim() : ''
    if (reason === undefined || (question && reason === '')) return
    setBusy(true)
    try {
      const url = `${config.routes.api}/orders/${id}/${verb}`
      const refusal = await post(url, question ? { reason } : {})
      if (refusal === null) {
        toast.success(words.done)
      } else {
        toast.error(refusal || words.failed)
      }
      router.refresh()
    } catch {
      toast.error(words.failed)
    } finally {
      setBusy(false)
    }
  }

  const canComplete = isPaid || fields.paymentMethod?.value === 'cod'
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
          onClick={() => void act('reject-payment', words.rejectWhy)}
        >
          {words.reject}
        </Button>
      )}
      <Button
        buttonStyle="secondary"
        disabled={isBusy}
        margin={false}
        onClick={() => void act('cancel', words.cancelWhy)}
      >
        {words.cancel}
      </Button>
    </div>
  )
}
