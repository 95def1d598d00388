import type { PayloadRequest } from 'payload'

import { ApiError } from '@/lib/apiError'

import { LIST_PAGE } from '../constants'
import type { SearchAnswer } from '../schemas'
import { searchQuery } from '../schemas'
import { countSearch } from './countSearch'
import { searchNews } from './searchNews'

/**
 * What a reader searches for on a page: as over the API, in pages of the list's size.
 * @param factor RATE_LIMIT_FACTOR
 * @returns what is found, or why it is not searched for, in words
 */
export const searchOnPage = async (
  req: PayloadRequest,
  asked: { q: string; category: string | null; page: number },
  factor: number,
): Promise<SearchAnswer | { refusal: string }> => {
  const { category, ...rest } = asked
  const parsed = searchQuery.safeParse({ ...rest, ...(category ? { category } : {}) })
  if (!parsed.success) return { refusal: parsed.error.issues[0]?.message ?? 'Tidak valid.' }
  try {
    await countSearch(req, factor)
    return await searchNews(req, { ...parsed.data, limit: LIST_PAGE })
  } catch (error) {
    if (error instanceof ApiError) return { refusal: error.message }
    throw error
  }
}
