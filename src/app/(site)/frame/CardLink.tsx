import type { PublicCard } from '@/lib/publicCard'

import styles from './cards.module.css'
import { Facts } from './Facts'
import { Picture } from './Picture'

/** A card as it stands in an article: the whole of it leads to its page. */
export const CardLink = ({ card }: { card: PublicCard }) => (
  <aside className={styles.card}>
    {card.picture && (
      <Picture className={styles.thumbnail} picture={{ ...card.picture, alt: '' }} />
    )}
    <div>
      <p className={styles.title}>
        <a href={card.url}>{card.title}</a>
      </p>
      {card.subtitle && <p className={styles.subtitle}>{card.subtitle}</p>}
      <Facts facts={card.facts} />
    </div>
  </aside>
)
