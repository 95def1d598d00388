'use client'

import { useEffect, useState } from 'react'

import styles from '../../page.module.css'
import { findTransaction, readStatus } from './follow'

const EVERY_MS = 3_000

const WORDS = {
  unknown: {
    title: 'Terima kasih',
    text: 'Pembayaran Anda sedang diperiksa. Hasilnya dapat dilihat di aplikasi.',
  },
  PENDING: {
    title: 'Pembayaran sedang diperiksa',
    text: 'Halaman ini diperbarui sendiri begitu pembayarannya kami terima.',
  },
  SUCCESS: { title: 'Pembayaran berhasil', text: 'Terima kasih, pembayaran sudah kami terima.' },
  FAILED: { title: 'Pembayaran gagal', text: 'Silakan coba lagi dari aplikasi.' },
  EXPIRED: {
    title: 'Pembayaran kedaluwarsa',
    text: 'Batas waktunya sudah lewat. Silakan pesan kembali dari aplikasi.',
  },
  REFUNDED: { title: 'Dana dikembalikan', text: 'Pembayaran ini telah dikembalikan.' },
}
type State = keyof typeof WORDS

const isState = (status: string | null): status is State => status !== null && status in WORDS

/** The state of the payment that the payer comes back from, as the server knows it, until it is final. */
export const PaymentState = () => {
  const [state, setState] = useState<State>('unknown')

  useEffect(() => {
    const abort = new AbortController()
    let timer: number | undefined
    const follow = async (id: string): Promise<void> => {
      const status = await readStatus(id, abort.signal)
      if (abort.signal.aborted) return
      if (isState(status)) setState(status)
      if (status === null || status === 'PENDING') {
        timer = window.setTimeout(() => void follow(id), EVERY_MS)
      }
    }
    const start = async (): Promise<void> => {
      const asked = new URLSearchParams(window.location.search).get('order_id')
      const id = asked && (await findTransaction(asked, abort.signal))
      if (id && !abort.signal.aborted) await follow(id)
    }
    void start()
    return () => {
      abort.abort()
      window.clearTimeout(timer)
    }
  }, [])

  const { title, text } = WORDS[state]
  return (
    <div aria-live="polite" data-state={state}>
      <h1 className={styles.title}>{title}</h1>
      <p className={styles.lead}>{text}</p>
    </div>
  )
}
