import type { Category } from '@/payload-types'

const parentOf = ({ parent }: Category): number | null =>
  (typeof parent === 'object' ? parent?.id : parent) ?? null

/** What is part of a category, or of none; in the order that editors gave. */
export const childrenOf = (all: Category[], parent: number | null): Category[] =>
  all.filter((one) => parentOf(one) === parent)

/** A category's id and those of all that is within it; each once, however they are nested. */
export const idsWithin = (all: Category[], id: number, seen = new Set<number>()): number[] => {
  if (seen.has(id)) return []
  seen.add(id)
  return [id, ...childrenOf(all, id).flatMap((child) => idsWithin(all, child.id, seen))]
}

/** Where the articles of a category are listed. */
export const categoryPath = (slug: string | null | undefined): string =>
  `/news/kategori/${encodeURIComponent(slug ?? '')}`
