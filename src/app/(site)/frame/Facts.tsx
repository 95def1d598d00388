import type { PublicCard } from '@/lib/publicCard'

import styles from './cards.module.css'

export const Facts = ({ facts }: Pick<PublicCard, 'facts'>) => (
  <dl className={styles.facts}>
    {facts.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)
