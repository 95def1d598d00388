import { useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'
import { showRupiah } from '@/lib/panel/showRupiah'

import type { DeskOrder } from '../../deskSchemas'
import { differingAmounts } from '../../statedAmounts'
import { sayDetailName, showDetail } from '../sayDetail'
import styles from './Stated.module.css'
import type { DeskWords } from './words'

type Props = { order: DeskOrder; words: DeskWords }

/** Says loudly that the buyer speaks of another amount than the total. */
export const AmountAlarm = ({ order, words }: Props) => {
  const { i18n } = useTranslation()
  const differing = differingAmounts(order.paymentDetails, order.totalPrice)
  if (differing.length === 0 || order.paidAt) return null
  const howMuch = (amount: number | null): string => {
    if (amount === null) return words.unreadable
    const difference = showRupiah(Math.abs(amount - order.totalPrice))
    return amount < order.totalPrice ? words.less(difference) : words.more(difference)
  }
  return (
    <div className={styles.alarm} role="alert">
      <strong>{words.differs}</strong>
      {differing.map(({ name, said, amount }) => (
        <span key={name}>
          {sayDetailName(name, languageOf(i18n))}: {amount === null ? said : showRupiah(amount)} (
          {howMuch(amount)})
        </span>
      ))}
    </div>
  )
}

/** What the buyer said of the payment, line by line. */
export const Stated = ({ order, words }: Props) => {
  const { i18n } = useTranslation()
  const lines = Object.entries(order.paymentDetails ?? {})
  if (lines.length === 0) return null
  return (
    <section aria-label={words.details}>
      <h3 className={styles.heading}>{words.details}</h3>
      <dl className={styles.stated}>
        {lines.map(([name, said]) => (
          <div key={name}>
            <dt>{sayDetailName(name, languageOf(i18n))}</dt>
            <dd>{showDetail(name, said)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
