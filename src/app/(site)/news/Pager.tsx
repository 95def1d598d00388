import type { Asked } from './asked'
import { pagePath } from './asked'
import styles from './list.module.css'

type Props = { path: string; asked: Asked; pages: number }

/** Earlier and later pages of a list. */
export const Pager = ({ path, asked, pages }: Props) => {
  const { page } = asked
  if (pages <= 1) return null
  return (
    <nav className={styles.pager} aria-label="Halaman">
      {page > 1 && (
        <a rel="prev" href={pagePath(path, { ...asked, page: Math.min(page - 1, pages) })}>
          ← Lebih baru
        </a>
      )}
      <span>
        Halaman {page} dari {pages}
      </span>
      {page < pages && (
        <a rel="next" href={pagePath(path, { ...asked, page: page + 1 })}>
          Lebih lama →
        </a>
      )}
    </nav>
  )
}
