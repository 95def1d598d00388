import { newsroomOf } from '../newsroom'
import { aboutArticle } from './aboutArticle'
import type { Shown } from './readShown'

const describe = (shown: Shown) => {
  const { title, description, url, picture } = aboutArticle(shown)
  const { authorName, publishedAt, reviewedAt, reviewer, sources, updatedAt } = shown.article
  const publisher = { '@type': 'Organization', name: 'Sehat', url: newsroomOf(shown.req).serverUrl }
  const doctor = typeof reviewer === 'object' ? reviewer : null
  return {
    '@context': 'https://schema.org',
    '@type': ['NewsArticle', 'MedicalWebPage'],
    mainEntityOfPage: url,
    headline: title,
    description,
    inLanguage: 'id',
    datePublished: publishedAt ?? undefined,
    dateModified: updatedAt,
    image: picture ? [picture.url] : undefined,
    author: authorName ? { '@type': 'Person', name: authorName } : publisher,
    publisher,
    reviewedBy: doctor
      ? { '@type': 'Physician', name: doctor.name, medicalSpecialty: doctor.specialization }
      : undefined,
    lastReviewed: reviewedAt?.slice(0, 'YYYY-MM-DD'.length),
    citation: sources?.map(({ title: name, url: at }) => ({
      '@type': 'CreativeWork',
      name,
      url: at ?? undefined,
    })),
  }
}

/** `<` would let a text end the element. */
const toJson = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')

/** schema.org's words about an article. It is data: browsers run nothing of this type. */
export const StructuredData = ({ shown }: { shown: Shown }) => (
  <script
    type="application/ld+json"
    dangerouslySetInnerHTML={{ __html: toJson(describe(shown)) }}
  />
)
