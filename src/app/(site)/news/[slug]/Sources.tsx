import type { News } from '@/payload-types'

import styles from './article.module.css'
import { safeAddress } from './links'

/** Where an article has its knowledge from. */
export const Sources = ({ sources }: Pick<News, 'sources'>) => {
  if (!sources?.length) return null
  return (
    <section className={styles.sources} aria-labelledby="sumber">
      <h2 id="sumber">Sumber</h2>
      <ol>
        {sources.map(({ id, title, url }) => {
          const href = safeAddress(url)
          return (
            <li key={id}>
              {href ? (
                <a href={href} rel="noopener noreferrer">
                  {title}
                </a>
              ) : (
                title
              )}
            </li>
          )
        })}
      </ol>
    </section>
  )
}
