import { notFound } from 'next/navigation'
import type { PaginatedDocs, PayloadRequest } from 'payload'

import type { Category, News } from '@/payload-types'

export type Listed = Pick<
  News,
  'id' | 'title' | 'slug' | 'excerpt' | 'cover' | 'categories' | 'authorName' | 'publishedAt'
>

export type Found = {
  totalDocs: number
  totalPages: number
  docs: {
    id: number
    title: string
    url: string
    publishedAt: string | null
    snippet: { text: string; isMatch: boolean }[]
  }[]
}

/** `custom.newsroom` of the configuration: everything is read with the rights of whoever asks. */
export type Newsroom = {
  serverUrl: string
  listArticles: (
    req: PayloadRequest,
    asked: { categories: number[] | null; page: number },
  ) => Promise<PaginatedDocs<Listed>>
  previewArticle: (req: PayloadRequest, id: string) => Promise<News | null>
  readArticle: (req: PayloadRequest, slug: string) => Promise<News | null>
  readCategories: (req: PayloadRequest) => Promise<Category[]>
  readRelated: (req: PayloadRequest, article: News) => Promise<Listed[]>
  /** @returns what it refuses, in words */
  searchArticles: (
    req: PayloadRequest,
    asked: { q: string; category: string | null; page: number },
  ) => Promise<Found | { refusal: string }>
}

/** Nothing is found where the newsroom is not. */
export const newsroomOf = ({ payload }: PayloadRequest): Newsroom => {
  const { newsroom } = payload.config.custom as { newsroom?: Newsroom }
  return newsroom ?? notFound()
}

/** `21 November 2026`, by the clinic's clock. */
export const sayDay = ({ payload }: PayloadRequest, time: string): string =>
  new Intl.DateTimeFormat('id-ID', {
    dateStyle: 'long',
    timeZone: payload.config.admin.timezones.defaultTimezone,
  }).format(new Date(time))
