import type { Category } from '@/payload-types'

import { categoryPath } from '../categories'
import { sayDay } from '../newsroom'
import styles from './article.module.css'
import type { Shown } from './readShown'

const Reviewed = ({ req, article: { reviewer, reviewedAt } }: Shown) => {
  const doctor = typeof reviewer === 'object' ? reviewer : null
  if (!doctor) return null
  return (
    <p>
      Ditinjau secara medis oleh <a href={`/dokter/${doctor.id}`}>{doctor.name}</a>
      {doctor.specialization && `, ${doctor.specialization}`}
      {reviewedAt && (
        <>
          {' '}
          pada <time dateTime={reviewedAt}>{sayDay(req, reviewedAt)}</time>
        </>
      )}
      .
    </p>
  )
}

/** Where an article belongs. */
export const Trail = ({ categories }: { categories: Category[] }) => (
  <nav className={styles.trail} aria-label="Kategori artikel">
    <a href="/news">Berita</a>
    {categories.map(({ id, name, slug }) => (
      <a key={id} href={categoryPath(slug)}>
        {name}
      </a>
    ))}
  </nav>
)

/** Who wrote an article and who stands for it, and when. */
export const Byline = (shown: Shown) => {
  const { authorName, publishedAt } = shown.article
  return (
    <div className={styles.byline}>
      <p>
        {authorName ? `Oleh ${authorName}` : 'Redaksi Sehat'}
        {publishedAt && (
          <>
            {' · '}
            <time dateTime={publishedAt}>{sayDay(shown.req, publishedAt)}</time>
          </>
        )}
      </p>
      <Reviewed {...shown} />
    </div>
  )
}
