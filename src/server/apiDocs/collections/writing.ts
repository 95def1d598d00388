import type { SanitizedCollectionConfig } from 'payload'

import type { Content, JsonSchema } from '../openapi'
import { json, refTo } from '../openapi'
import { SHAPE, WHERE } from '../parameters'
import { FILE, list, object, TEXT } from '../shapes'
import type { Generated } from './generated'
import { idParameterOf } from './ids'

/** Files come as forms, with the fields as JSON in `_payload`. */
const form = (fields: JsonSchema, isNew: boolean): Content => ({
  'multipart/form-data': {
    schema: {
      type: 'object',
      properties: {
        file: FILE,
        _payload: { ...TEXT, contentMediaType: 'application/json', contentSchema: fields },
      },
      ...(isNew ? { required: ['file'] } : {}),
    },
  },
})

const written = (hasFile: boolean, fields: JsonSchema, isNew: boolean) => ({
  required: true,
  content: {
    ...(hasFile && isNew ? {} : json(fields)),
    ...(hasFile ? form(fields, isNew) : {}),
  },
})

const oneOfMany = (document: JsonSchema): JsonSchema => object({ doc: document, message: TEXT })

const manyOf = (document: JsonSchema): JsonSchema =>
  object({ docs: list(document), errors: list({ type: 'object' }), message: TEXT })

const bulk = (document: JsonSchema) => ({
  path: '/',
  content: json(manyOf(document)),
  partly: manyOf(document),
})

/** What changes a collection: one document, or all that a query names. */
export const writingOperations = (
  {
    slug,
    upload,
    flattenedFields,
  }: Pick<SanitizedCollectionConfig, 'slug' | 'upload' | 'flattenedFields'>,
  name: string,
): Generated[] => {
  const document = refTo(name)
  const byId = idParameterOf({ flattenedFields })
  const done = json(oneOfMany(document))
  const change = written(Boolean(upload), refTo(`${name}Update`), false)
  return [
    {
      method: 'post',
      path: '/',
      rule: 'create',
      summary: `Create one of ${slug}`,
      parameters: SHAPE,
      requestBody: written(Boolean(upload), refTo(`${name}Create`), true),
      status: 201,
      content: done,
      failures: ['fields', 'body', 'forbidden'],
    },
    {
      method: 'patch',
      path: '/:id',
      rule: 'update',
      summary: `Change one of ${slug}`,
      parameters: [byId, ...SHAPE],
      requestBody: change,
      content: done,
      failures: ['fields', 'body', 'forbidden', 'notFound'],
    },
    {
      method: 'delete',
      path: '/:id',
      rule: 'delete',
      summary: `Delete one of ${slug}`,
      parameters: [byId, ...SHAPE],
      content: done,
      failures: ['forbidden', 'notFound'],
    },
    {
      method: 'patch',
      rule: 'update',
      summary: `Change all ${slug} that a query names`,
      parameters: [WHERE, ...SHAPE],
      requestBody: change,
      ...bulk(document),
      failures: ['query', 'body', 'forbidden'],
    },
    {
      method: 'delete',
      rule: 'delete',
      summary: `Delete all ${slug} that a query names`,
      parameters: [WHERE, ...SHAPE],
      ...bulk(document),
      failures: ['query', 'forbidden'],
    },
  ]
}
