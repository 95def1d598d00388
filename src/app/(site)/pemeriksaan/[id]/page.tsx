import { notFound } from 'next/navigation'
import type { PayloadRequest } from 'payload'

import { showTime } from '../../show'
import { readVisitor } from '../../visitor'
import type { Bill } from '../bills'
import { addressOf, billsOf, stateOf, zoneOf } from '../bills'
import card from '../../card.module.css'
import styles from '../bill.module.css'
import { Frame } from '../Frame'
import { Lines } from '../Lines'

/** Read for each request, and kept by nobody. */
export const dynamic = 'force-dynamic'

export const metadata = { title: 'Tagihan', robots: { index: false, follow: false } }

/** What the payment's form sends back here when the gateway's page cannot be shown. */
const FAILURES: Record<string, string> = {
  gateway: 'Pembayaran belum dapat dibuat, silakan coba lagi.',
  sering: 'Terlalu banyak percobaan, silakan coba lagi nanti.',
}

const Pay = ({ bill }: { bill: Bill }) => (
  <form action={`${addressOf(bill.id)}/bayar`} className={styles.pay} method="post">
    <button className={card.button} type="submit">
      Bayar Sekarang
    </button>
    <p className={card.hint}>Pembayaran dilakukan di halaman aman Midtrans.</p>
  </form>
)

const Settled = ({ bill, zone }: { bill: Bill; zone: string }) => (
  <p className={styles.paid}>
    {bill.paidAt
      ? `Dibayar pada ${showTime(bill.paidAt, zone)}. Terima kasih.`
      : 'Uang tagihan ini sudah dikembalikan.'}
  </p>
)

/** What was examined is for the patient; others are told how to show who they are. */
const Examined = ({ bill, req }: { bill: Bill; req: PayloadRequest }) => {
  if (bill.details) return <Lines {...bill.details} total={bill.total} />
  return (
    <p className={card.hint}>
      {req.user ? (
        'Rincian pemeriksaan hanya ditampilkan kepada pasiennya.'
      ) : (
        <>
          Anda pasiennya?{' '}
          <a href={`/masuk?lanjut=${encodeURIComponent(addressOf(bill.id))}`}>Masuk</a> untuk
          melihat rincian pemeriksaan.
        </>
      )}
    </p>
  )
}

type Props = {
  params: Promise<{ id: string }>
  searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** A bill: whoever has its link may see number, date and total, and pay. It needs no script. */
const BillPage = async ({ params, searchParams }: Props) => {
  const [{ id }, { gagal }, req] = await Promise.all([params, searchParams, readVisitor()])
  const bill = await billsOf(req)?.read(req, id)
  if (!bill) notFound()
  const isOpen = stateOf(bill).name === 'unpaid'
  const failure = isOpen && typeof gagal === 'string' ? FAILURES[gagal] : undefined
  return (
    <Frame bill={bill} heading="Tagihan pemeriksaan" zone={zoneOf(req)}>
      {failure && (
        <p className={card.failure} role="alert">
          {failure}
        </p>
      )}
      {isOpen ? <Pay bill={bill} /> : <Settled bill={bill} zone={zoneOf(req)} />}
      <Examined bill={bill} req={req} />
    </Frame>
  )
}

export default BillPage
