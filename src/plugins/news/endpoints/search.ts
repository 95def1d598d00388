import type { Endpoint } from 'payload'

import { contractEndpoint } from '@/lib/contractEndpoint'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { tooManyAttempts } from '@/lib/refusals'

import { unknownCategory } from '../errors'
import type { NewsOptions } from '../index'
import { countSearch } from '../operations/countSearch'
import { searchNews } from '../operations/searchNews'
import { searchAnswer, searchQuery } from '../schemas'

/** `GET /api/news/search`: published articles by their words, for everybody. */
export const searchEndpoint = ({
  rateLimitFactor,
}: Pick<NewsOptions, 'rateLimitFactor'>): Omit<Endpoint, 'root'> =>
  contractEndpoint(generatedEnvelope)({
    method: 'get',
    path: '/search',
    docs: {
      tag: 'news',
      summary: 'Search published articles',
      description: 'Knows the forms of Indonesian words. The best first.',
    },
    query: searchQuery,
    answers: { 200: searchAnswer },
    refusals: [unknownCategory, tooManyAttempts],
    handle: async (req, { query: { per_page: limit, ...asked } }) => {
      await countSearch(req, rateLimitFactor)
      return { status: 200, body: await searchNews(req, { ...asked, limit }) }
    },
  })
