import type { Metadata } from 'next'
import { cache } from 'react'

import type { PublicCard } from '@/lib/publicCard'
import { cardsOf } from '@/lib/publicCard'

import { Facts } from '../../frame/Facts'
import { Frame } from '../../frame/Frame'
import { Picture } from '../../frame/Picture'
import { leadOn } from '../../moved'
import { readVisitor } from '../../visitor'
import styles from './card.module.css'
import { Payment } from './Payment'

/** Asked for each time: prices, stock and duty change, and what is withdrawn is gone at once. */
export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ kind: string; key: string }> }

const readCard = cache(async (kind: string, key: string): Promise<PublicCard> => {
  const req = await readVisitor()
  const found = cardsOf(req.payload).find(({ name }) => name === kind)
  return (await found?.find(req, key)) ?? leadOn(req, `/${kind}/${key}`)
})

const DESCRIPTION_MAX = 160

export const generateMetadata = async ({ params }: Props): Promise<Metadata> => {
  const { kind, key } = await params
  const { title, subtitle, text } = await readCard(kind, key)
  return { title, description: (text ?? subtitle ?? title).slice(0, DESCRIPTION_MAX) }
}

/** The public page about one medicine, course, agenda or doctor. */
const CardPage = async ({ params }: Props) => {
  const { kind, key } = await params
  const { title, subtitle, text, picture, facts, payment, url } = await readCard(kind, key)
  const { user } = await readVisitor()
  return (
    <Frame>
      <article className={styles.card}>
        {picture && <Picture className={styles.picture} picture={picture} />}
        <div>
          <h1 className={styles.title}>{title}</h1>
          {subtitle && <p className={styles.subtitle}>{subtitle}</p>}
          <Facts facts={facts} />
          {text && <p className={styles.text}>{text}</p>}
          {payment && <Payment payment={payment} page={url} role={user?.role ?? null} />}
        </div>
      </article>
    </Frame>
  )
}

export default CardPage
