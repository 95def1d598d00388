import type { Parameter, Reference } from './openapi'

const COUNT = { type: 'integer', minimum: 1 }

/** Parameters that many operations share. */
export const PARAMETERS: Record<string, Parameter> = {
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    description:
      'Any text of your own, new for each thing that you want done. The same key and body within 24 ' +
      'hours get the first answer again; the same key with another body gets 422.',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
  },
  Id: {
    name: 'id',
    in: 'path',
    required: true,
    schema: { type: 'integer', minimum: 1, maximum: 2_147_483_647 },
  },
  Uuid: { name: 'id', in: 'path', required: true, schema: { type: 'string', format: 'uuid' } },
  Where: {
    name: 'where',
    in: 'query',
    description:
      'Which documents: `where[field][operator]=value`, with `equals`, `not_equals`, `in`, `like`, ' +
      '`contains`, `greater_than`, `less_than`, `exists` and others; `and` and `or` take lists.',
    style: 'deepObject',
    explode: true,
    schema: { type: 'object', additionalProperties: true },
  },
  Limit: {
    name: 'limit',
    in: 'query',
    description: 'Documents on a page; at most 100 for patients and strangers.',
    schema: { ...COUNT, default: 10 },
  },
  Page: { name: 'page', in: 'query', schema: { ...COUNT, default: 1 } },
  Sort: {
    name: 'sort',
    in: 'query',
    description: 'A field, or several with commas; a minus before it turns the order round.',
    schema: { type: 'string' },
  },
  Depth: {
    name: 'depth',
    in: 'query',
    description:
      'How deep related documents are shown instead of their ids; at most 2 for patients and strangers.',
    schema: { type: 'integer', minimum: 0, maximum: 5, default: 1 },
  },
  Select: {
    name: 'select',
    in: 'query',
    description: 'Only these fields: `select[name]=true`. Answers then lack the others.',
    style: 'deepObject',
    explode: true,
    schema: { type: 'object', additionalProperties: true },
  },
}

const parameter = (name: keyof typeof PARAMETERS): Reference => ({
  $ref: `#/components/parameters/${name}`,
})

export const IDEMPOTENCY_KEY = parameter('IdempotencyKey')
export const BY_ID = parameter('Id')
export const BY_UUID = parameter('Uuid')
export const WHERE = parameter('Where')
export const SHAPE = [parameter('Depth'), parameter('Select')]
export const LISTING = [WHERE, parameter('Limit'), parameter('Page'), parameter('Sort'), ...SHAPE]
