'use client'

import { useState } from 'react'

import site from '../../page.module.css'
import styles from './card.module.css'

const AWAY = 'Server tidak dapat dihubungi. Silakan coba lagi.'

type Answer = { message?: string; data?: { redirect_url?: string } }
type Body = Record<string, unknown>

/** Begins a payment, as the signed-in patient. @throws {Error} what the reader should know */
const startPayment = async (body: Body): Promise<string> => {
  const response = await fetch('/api/payments', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  const answer = (await response.json()) as Answer
  if (!response.ok || !answer.data?.redirect_url) throw new Error(answer.message ?? AWAY)
  return answer.data.redirect_url
}

/** Makes the payment, and goes to the gateway's page; what is refused is said beside the button. */
export const PayButton = ({ label, body }: { label: string; body: Body }) => {
  const [isPaying, setIsPaying] = useState(false)
  const [refusal, setRefusal] = useState<string | null>(null)

  const pay = async (): Promise<void> => {
    setIsPaying(true)
    setRefusal(null)
    try {
      window.location.assign(await startPayment(body))
    } catch (error) {
      setRefusal(error instanceof Error && !(error instanceof TypeError) ? error.message : AWAY)
      setIsPaying(false)
    }
  }

  return (
    <div className={site.actions}>
      <button
        type="button"
        className={`${site.button} ${site.primary} ${styles.pay}`}
        disabled={isPaying}
        onClick={() => void pay()}
      >
        {label}
      </button>
      {refusal && (
        <p role="alert" className={styles.refusal}>
          {refusal}
        </p>
      )}
      <noscript>Pembayaran di halaman ini memerlukan JavaScript.</noscript>
    </div>
  )
}
