'use client'

import { useConfig } from '@payloadcms/ui'

import { showTime } from '@/lib/panel/showDate'
import { showRupiah, showWhole } from '@/lib/panel/showRupiah'

import { PAPER_STATES } from '../../presentPaper'
import styles from './Receipt.module.css'
import type { ShownPaper } from './usePaper'

const Pair = ({ label, value }: { label: string; value: string }) => (
  <p className={styles.pair}>
    <span>{label}</span>
    <span>{value}</span>
  </p>
)

const Sums = ({ paper: { total, method, received } }: Pick<ShownPaper, 'paper'>) => (
  <>
    <div className={styles.total}>
      <Pair label="TOTAL" value={showRupiah(total)} />
    </div>
    {received === null ? (
      method && <Pair label="Cara bayar" value={method} />
    ) : (
      <>
        <Pair label={method ?? 'Diterima'} value={showRupiah(received)} />
        <Pair label="Kembali" value={showRupiah(received - total)} />
      </>
    )}
  </>
)

/** A receipt of 80 mm as the customer gets it: in Indonesian, black on white, whatever the panel wears. */
export const Receipt = ({ paper, qr }: ShownPaper) => {
  const { config } = useConfig()
  const timeZone = config.admin.timezones.defaultTimezone
  const { confirmedBy, customer, date, lines, number, paidAt, state } = paper
  return (
    <article aria-label={`Struk ${number}`} className={styles.receipt} lang="id">
      <h2>SEHAT</h2>
      <Pair label={number} value={showTime(date, timeZone)} />
      {confirmedBy && <p>Kasir: {confirmedBy}</p>}
      {customer.name && <p>Pembeli: {customer.name}</p>}
      <hr />
      {lines.map(({ name, quantity, unit, price, subtotal }, index) => (
        <div className={styles.line} key={index}>
          <p>{name}</p>
          <Pair
            label={`${showWhole(quantity)} ${unit ?? ''} x ${showWhole(price)}`}
            value={showWhole(subtotal)}
          />
        </div>
      ))}
      <hr />
      <Sums paper={paper} />
      <p className={styles.state}>
        {PAPER_STATES[state]} {state === 'paid' && paidAt && showTime(paidAt, timeZone)}
      </p>
      <svg
        aria-label="Kode QR"
        className={styles.qr}
        role="img"
        shapeRendering="crispEdges"
        viewBox={`0 0 ${qr.size} ${qr.size}`}
      >
        <path d={qr.path} />
      </svg>
      <p className={styles.small}>Pindai untuk memeriksa keaslian dokumen ini.</p>
      <p className={styles.center}>Terima kasih.</p>
    </article>
  )
}
