import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'

import { readVisitor } from '../../../visitor'
import type { Bill, Payment } from '../../bills'
import { addressOf, billsOf, stateOf, zoneOf } from '../../bills'
import card from '../../../card.module.css'
import styles from '../../bill.module.css'
import { Frame } from '../../Frame'
import { Follow } from './Follow'

/** Read for each request, and kept by nobody. */
export const dynamic = 'force-dynamic'

export const metadata = { title: 'Pembayaran', robots: { index: false, follow: false } }

const PAID = { title: 'Pembayaran berhasil', text: 'Terima kasih, pembayaran sudah kami terima.' }

const NONE = { title: 'Belum ada pembayaran', text: 'Tagihan ini belum dibayar.' }

const WORDS = {
  PENDING: {
    title: 'Menunggu pembayaran',
    text: 'Halaman ini diperbarui sendiri begitu pembayaran kami terima.',
  },
  // Paid, and yet the bill is not: the money came when it could not be taken any more.
  SUCCESS: {
    title: 'Pembayaran sedang ditinjau',
    text: 'Pembayaran Anda kami terima dan sedang diperiksa oleh petugas klinik.',
  },
  FAILED: { title: 'Pembayaran gagal', text: 'Tagihan belum dibayar. Silakan coba lagi.' },
  EXPIRED: {
    title: 'Pembayaran kedaluwarsa',
    text: 'Batas waktu pembayaran sudah lewat. Silakan coba lagi.',
  },
  REFUNDED: { title: 'Dana dikembalikan', text: 'Pembayaran ini telah dikembalikan.' },
}

const wordsOf = (bill: Bill, payment: Payment) => {
  if (bill.paidAt) return PAID
  if (bill.isRefunded) return WORDS.REFUNDED
  return payment ? WORDS[payment.status] : NONE
}

/** Without scripts the page asks again by itself; then the server asks the gateway. */
const AskAgain = ({ id }: { id: string }) => (
  <noscript>
    <meta content={`5; url=${addressOf(id)}/confirmation?periksa=1`} httpEquiv="refresh" />
  </noscript>
)

const BackToBill = ({ bill, children }: { bill: Bill; children: ReactNode }) => (
  <a className={`${card.button} ${card.quiet}`} href={addressOf(bill.id)}>
    {children}
  </a>
)

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/**
 * Where the gateway's page sends the payer back to. What its address claims of a payment is not read:
 * the bill and its newest payment are, as the server knows them.
 */
const Confirmation = async ({ params, searchParams }: Props) => {
  const [{ id }, { periksa }, req] = await Promise.all([params, searchParams, readVisitor()])
  const bills = billsOf(req)
  // The bill is read last: what a payment is said to have done is done by then.
  const payment = (await bills?.follow(req, id, periksa !== undefined)) ?? null
  const bill = await bills?.read(req, id)
  if (!bill) notFound()
  const isOpen = stateOf(bill).name === 'unpaid' && payment?.status === 'PENDING'
  const { title, text } = wordsOf(bill, payment)
  return (
    <Frame bill={bill} heading="Pembayaran" zone={zoneOf(req)}>
      <div aria-live="polite" className={styles.progress} data-open={isOpen}>
        <h2>{title}</h2>
        <p>{text}</p>
      </div>
      {isOpen && payment.orderId && <Follow orderId={payment.orderId} />}
      {isOpen && <AskAgain id={bill.id} />}
      <BackToBill bill={bill}>Lihat tagihan</BackToBill>
    </Frame>
  )
}

export default Confirmation
