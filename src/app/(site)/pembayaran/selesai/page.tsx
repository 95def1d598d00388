import styles from '../../page.module.css'
import { PaymentState } from './PaymentState'

/** Rendered for each request: a page that was built beforehand cannot carry the CSP's nonce. */
export const dynamic = 'force-dynamic'

export const metadata = { title: 'Pembayaran', robots: { index: false, follow: false } }

/** Where the gateway's page sends the payer back to. What its address claims is never believed. */
const Finished = () => (
  <main className={styles.plain}>
    <PaymentState />
    <a className={styles.button} href="/">
      Ke halaman depan
    </a>
  </main>
)

export default Finished
