import type { Category } from '@/payload-types'

import { categoryPath, childrenOf } from './categories'
import styles from './list.module.css'

type Props = { all: Category[]; current: Category | null }

const parentIn = (all: Category[], { parent }: Category): Category | undefined => {
  const id = typeof parent === 'object' ? parent?.id : parent
  return all.find((one) => one.id === id)
}

/** The categories on one level, each with its mark if it is the one that is read. */
const Level = ({ of, current }: { of: Category[]; current: number[] }) => (
  <ul>
    {of.map(({ id, name, slug }) => (
      <li key={id}>
        <a href={categoryPath(slug)} aria-current={current.includes(id) ? 'true' : undefined}>
          {name}
        </a>
      </li>
    ))}
  </ul>
)

/** From the top down to the category that is read, what there is on each level. */
export const Topics = ({ all, current }: Props) => {
  const path: Category[] = []
  for (let at = current ?? undefined; at && !path.includes(at); at = parentIn(all, at)) {
    path.unshift(at)
  }
  const ids = path.map(({ id }) => id)
  const levels = [null, ...ids].map((id) => childrenOf(all, id)).filter(({ length }) => length > 0)
  if (levels.length === 0) return null
  return (
    <nav className={styles.categories} aria-label="Kategori">
      {levels.map((level, depth) => (
        <Level key={depth} of={level} current={ids} />
      ))}
    </nav>
  )
}
