import type { PayloadRequest } from 'payload'
import type { ReactNode } from 'react'

import type { Category } from '@/payload-types'

import { Frame } from '../frame/Frame'
import site from '../page.module.css'
import { ArticleItem } from './ArticleItem'
import type { Asked } from './asked'
import { categoryPath, idsWithin } from './categories'
import { FoundItem } from './FoundItem'
import styles from './list.module.css'
import { newsroomOf } from './newsroom'
import { Pager } from './Pager'
import { Topics } from './Topics'

type Props = { req: PayloadRequest; asked: Asked; all: Category[]; category: Category | null }
type Content = { summary: string | null; items: ReactNode[]; pages: number }

const list = async ({ req, asked, all, category }: Props): Promise<Content> => {
  const { docs, totalPages } = await newsroomOf(req).listArticles(req, {
    categories: category && idsWithin(all, category.id),
    page: asked.page,
  })
  const items = docs.map((article) => <ArticleItem key={article.id} req={req} article={article} />)
  return {
    summary: items.length > 0 ? null : 'Belum ada artikel di sini.',
    items,
    pages: totalPages,
  }
}

const search = async ({ req, asked, category }: Props): Promise<Content> => {
  const found = await newsroomOf(req).searchArticles(req, {
    ...asked,
    category: category?.slug ?? null,
  })
  if ('refusal' in found) return { summary: found.refusal, items: [], pages: 1 }
  const summary =
    found.totalDocs > 0
      ? `${found.totalDocs} artikel ditemukan untuk “${asked.q}”.`
      : `Tidak ada artikel yang cocok dengan “${asked.q}”.`
  const items = found.docs.map((one) => <FoundItem key={one.id} req={req} found={one} />)
  return { summary, items, pages: found.totalPages }
}

/** The articles of the newsroom or of one category, or those that were searched for among them. */
export const NewsList = async (props: Props) => {
  const { asked, all, category } = props
  const { summary, items, pages } = await (asked.q ? search(props) : list(props))
  const path = category ? categoryPath(category.slug) : '/news'
  return (
    <Frame current="/news">
      <h1 className={site.title}>{category?.name ?? 'Berita kesehatan'}</h1>
      <search>
        <form className={styles.search} action={path} method="get">
          <label htmlFor="q">Cari artikel</label>
          <input id="q" name="q" type="search" defaultValue={asked.q} maxLength={200} />
          <button type="submit">Cari</button>
        </form>
      </search>
      <Topics all={all} current={category} />
      {summary && (
        <p className={styles.summary} role="status">
          {summary}
        </p>
      )}
      {items.length > 0 && <ul className={styles.list}>{items}</ul>}
      <Pager path={path} asked={asked} pages={pages} />
    </Frame>
  )
}
