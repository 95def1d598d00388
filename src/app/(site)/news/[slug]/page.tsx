import type { Metadata } from 'next'

import type { Category } from '@/payload-types'

import { CardLink } from '../../frame/CardLink'
import { Frame } from '../../frame/Frame'
import { mediaPicture } from '../../frame/mediaPicture'
import site from '../../page.module.css'
import { ArticleItem } from '../ArticleItem'
import list from '../list.module.css'
import { newsroomOf } from '../newsroom'
import { articleMetadata } from './aboutArticle'
import styles from './article.module.css'
import { Body } from './Body'
import { Byline, Trail } from './Byline'
import { readEmbeds } from './embeds'
import { PreviewRefresh } from './PreviewRefresh'
import type { Search, Shown } from './readShown'
import { previewOf, readShown } from './readShown'
import { Sources } from './Sources'
import { StructuredData } from './StructuredData'

/** What is published or withdrawn shows at once. */
export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Search> }

const shownAt = async ({ params, searchParams }: Props): Promise<Shown> =>
  readShown((await params).slug, previewOf(await searchParams))

export const generateMetadata = async (props: Props): Promise<Metadata> =>
  articleMetadata(await shownAt(props))

const Cover = ({ article: { cover, title } }: Shown) => {
  const picture = mediaPicture(cover, 'large')
  if (!picture) return null
  const { url, alt, width, height } = picture
  return (
    <img
      className={styles.cover}
      src={url}
      alt={alt || title}
      width={width}
      height={height}
      fetchPriority="high"
    />
  )
}

const categoriesOf = ({ article: { categories } }: Shown): Category[] =>
  (categories ?? []).filter((one) => typeof one === 'object')

const ArticlePage = async (props: Props) => {
  const shown = await shownAt(props)
  const { req, article, isPreview } = shown
  const embeds = await readEmbeds(req, article)
  const others = await newsroomOf(req).readRelated(req, article)
  return (
    <Frame current="/news">
      {isPreview ? <PreviewRefresh /> : <StructuredData shown={shown} />}
      {isPreview && (
        <p className={styles.preview} role="status">
          Pratinjau: pembaca belum melihat perubahan ini.
        </p>
      )}
      <article className={styles.article}>
        <Trail categories={categoriesOf(shown)} />
        <h1 className={site.title}>{article.title || 'Tanpa judul'}</h1>
        {article.excerpt && <p className={site.lead}>{article.excerpt}</p>}
        <Byline {...shown} />
        <Cover {...shown} />
        <Body content={article.content} embeds={embeds} />
        {embeds.related.length > 0 && (
          <section className={styles.related} aria-labelledby="terkait">
            <h2 id="terkait">Terkait</h2>
            {embeds.related.map((card) => (
              <CardLink key={card.url} card={card} />
            ))}
          </section>
        )}
        <Sources sources={article.sources ?? null} />
      </article>
      {others.length > 0 && (
        <section aria-labelledby="lainnya">
          <h2 id="lainnya">Baca juga</h2>
          <ul className={list.list}>
            {others.map((one) => (
              <ArticleItem key={one.id} req={req} article={one} heading="h3" />
            ))}
          </ul>
        </section>
      )}
    </Frame>
  )
}

export default ArticlePage
