import type { CollectionBeforeOperationHook } from 'payload'

import type { ApiError } from './apiError'

/** No editor nests lists that deep. */
const DEPTH_MAX = 50

type Anything = Record<string, unknown>

const isObject = (value: unknown): value is Anything =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What Payload's editors know. What it shows texts by knows nothing of others, or fails over them. */
const TYPES = new Set([
  ...['root', 'paragraph', 'heading', 'quote', 'list', 'listitem', 'horizontalrule', 'code'],
  ...['text', 'linebreak', 'tab', 'code-highlight', 'overflow', 'link', 'autolink'],
  ...['upload', 'relationship', 'block', 'inlineBlock', 'table', 'tablerow', 'tablecell'],
])

/** What Payload needs to find its way through a node; what it holds is for the editor's own rules. */
const hasParts = ({ type, text, fields }: Anything): boolean => {
  if (type === 'text' || type === 'code-highlight') return typeof text === 'string'
  if (type === 'block' || type === 'inlineBlock') {
    return isObject(fields) && typeof fields.blockType === 'string'
  }
  return type === 'link' || type === 'autolink' ? isObject(fields) : true
}

const isNode = (node: unknown, depth = 0): boolean => {
  if (depth > DEPTH_MAX || !isObject(node) || !TYPES.has(node.type as string)) return false
  if (!hasParts(node)) return false
  const { children = [] } = node
  return Array.isArray(children) && children.every((child) => isNode(child, depth + 1))
}

const isText = (value: unknown): boolean =>
  isObject(value) && isObject(value.root) && isNode({ ...value.root, type: 'root' })

/**
 * Refuses what is no text of Lexical's in a rich text field, where Payload would fail over it, or later
 * whoever shows it.
 * @throws what `refusal` makes
 */
export const refuseBadText =
  (field: string, refusal: () => ApiError): CollectionBeforeOperationHook =>
  ({ args, operation }) => {
    if (!['create', 'update', 'updateByID'].includes(operation)) return
    const text = (args as { data?: Anything }).data?.[field]
    if (text !== undefined && text !== null && !isText(text)) throw refusal()
  }
