import type { ReactNode } from 'react'

import { showDate, showRupiah } from '../show'
import type { Bill } from './bills'
import { stateOf } from './bills'
import card from '../card.module.css'
import styles from './bill.module.css'

type Props = { bill: Bill; heading: string; zone: string; children: ReactNode }

/** What stands on a bill for whoever has its link, and around it whatever else a page of it says. */
export const Frame = ({ bill, heading, zone, children }: Props) => {
  const state = stateOf(bill)
  return (
    <main className={card.page}>
      <p className={card.house}>Sehat</p>
      <section aria-labelledby="heading" className={card.card}>
        <header className={styles.head}>
          <h1 id="heading">{heading}</h1>
          <p className={styles.state} data-state={state.name}>
            {state.text}
          </p>
        </header>
        <dl className={styles.facts}>
          <div>
            <dt>Nomor</dt>
            <dd>{bill.number}</dd>
          </div>
          <div>
            <dt>Tanggal</dt>
            <dd>{showDate(bill.date, zone)}</dd>
          </div>
          <div className={styles.total}>
            <dt>Total</dt>
            <dd>{showRupiah(bill.total)}</dd>
          </div>
        </dl>
        {children}
      </section>
    </main>
  )
}
