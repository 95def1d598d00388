import type { SanitizedCollectionConfig } from 'payload'

import type { JsonSchema } from '../openapi'
import { json, refTo } from '../openapi'
import { LISTING, SHAPE, WHERE } from '../parameters'
import { COUNT, FLAG, list, object, orNull } from '../shapes'
import type { Generated } from './generated'
import { idParameterOf } from './ids'

const pageOf = (document: JsonSchema): JsonSchema =>
  object({
    docs: list(document),
    totalDocs: COUNT,
    limit: COUNT,
    totalPages: COUNT,
    page: COUNT,
    pagingCounter: COUNT,
    hasPrevPage: FLAG,
    hasNextPage: FLAG,
    prevPage: orNull('integer'),
    nextPage: orNull('integer'),
  })

/** A collection's list, count, and one document. */
export const readingOperations = (
  { slug, flattenedFields }: Pick<SanitizedCollectionConfig, 'slug' | 'flattenedFields'>,
  name: string,
): Generated[] => [
  {
    method: 'get',
    path: '/',
    rule: 'read',
    summary: `List ${slug}`,
    parameters: LISTING,
    content: json(pageOf(refTo(name))),
    failures: ['query', 'forbidden'],
  },
  {
    method: 'get',
    path: '/count',
    rule: 'read',
    summary: `Count ${slug}`,
    parameters: [WHERE],
    content: json(object({ totalDocs: COUNT })),
    failures: ['query', 'forbidden'],
  },
  {
    method: 'get',
    path: '/:id',
    rule: 'read',
    summary: `Read one of ${slug}`,
    parameters: [idParameterOf({ flattenedFields }), ...SHAPE],
    content: json(refTo(name)),
    failures: ['forbidden', 'notFound'],
  },
]
