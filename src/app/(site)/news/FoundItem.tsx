import type { PayloadRequest } from 'payload'

import styles from './list.module.css'
import type { Found } from './newsroom'
import { sayDay } from './newsroom'

type Props = { req: PayloadRequest; found: Found['docs'][number] }

/** An article that was searched for, with where the words stand in it. */
export const FoundItem = ({ req, found: { title, url, publishedAt, snippet } }: Props) => (
  <li className={styles.found}>
    <h2 className={styles.heading}>
      <a href={url}>{title}</a>
    </h2>
    <p className={styles.excerpt}>
      {snippet.map(({ text, isMatch }, at) =>
        isMatch ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>,
      )}
    </p>
    {publishedAt && (
      <p className={styles.when}>
        <time dateTime={publishedAt}>{sayDay(req, publishedAt)}</time>
      </p>
    )}
  </li>
)
