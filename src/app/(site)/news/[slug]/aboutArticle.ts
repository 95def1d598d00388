import type { Metadata } from 'next'

import { mediaPicture } from '../../frame/mediaPicture'
import { newsroomOf } from '../newsroom'
import type { Shown } from './readShown'

/** What others than readers want to know of an article: search engines, messengers. */
type About = {
  title: string
  description: string
  url: string
  picture: { url: string; width: number; height: number; alt: string } | null
}

export const aboutArticle = ({ req, article }: Shown): About => {
  const { serverUrl } = newsroomOf(req)
  const { title, excerpt, meta, cover, slug } = article
  const picture = mediaPicture(meta?.image ?? cover, 'large')
  return {
    title: meta?.title || title,
    description: meta?.description || excerpt || title,
    url: `${serverUrl}/news/${slug}`,
    picture: picture && { ...picture, url: serverUrl + picture.url },
  }
}

export const articleMetadata = (shown: Shown): Metadata => {
  const { title, description, url, picture } = aboutArticle(shown)
  const { article, isPreview, req } = shown
  const images = picture ? [picture] : []
  return {
    title,
    description,
    robots: isPreview ? { index: false, follow: false } : { index: true, follow: true },
    alternates: {
      canonical: url,
      types: {
        'application/rss+xml': [
          { url: `${newsroomOf(req).serverUrl}/news/rss.xml`, title: 'Sehat: Berita' },
        ],
      },
    },
    openGraph: {
      type: 'article',
      siteName: 'Sehat',
      locale: 'id_ID',
      title,
      description,
      url,
      images,
      modifiedTime: article.updatedAt,
      ...(article.publishedAt ? { publishedTime: article.publishedAt } : {}),
      ...(article.authorName ? { authors: [article.authorName] } : {}),
    },
    twitter: { card: picture ? 'summary_large_image' : 'summary', title, description, images },
  }
}
