import type { PayloadRequest } from 'payload'

import { mediaPicture } from '../frame/mediaPicture'
import { Picture } from '../frame/Picture'
import styles from './list.module.css'
import type { Listed } from './newsroom'
import { sayDay } from './newsroom'

type Props = { req: PayloadRequest; article: Listed; heading?: 'h2' | 'h3' }

/** An article in a list; the whole of it leads there. */
export const ArticleItem = ({ req, article, heading: Heading = 'h2' }: Props) => {
  const { title, slug, excerpt, cover, categories, publishedAt } = article
  const picture = mediaPicture(cover, 'card')
  const topics = (categories ?? []).flatMap((one) => (typeof one === 'object' ? [one.name] : []))
  return (
    <li className={styles.item}>
      {picture && <Picture className={styles.cover} picture={{ ...picture, alt: '' }} />}
      <div className={styles.words}>
        {topics.length > 0 && <p className={styles.topics}>{topics.join(' · ')}</p>}
        <Heading className={styles.heading}>
          <a href={`/news/${slug}`}>{title}</a>
        </Heading>
        {excerpt && <p className={styles.excerpt}>{excerpt}</p>}
        {publishedAt && (
          <p className={styles.when}>
            <time dateTime={publishedAt}>{sayDay(req, publishedAt)}</time>
          </p>
        )}
      </div>
    </li>
  )
}
