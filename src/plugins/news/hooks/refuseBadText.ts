import type { CollectionBeforeOperationHook } from 'payload'

import { badText } from '../errors'

/** No editor nests lists that deep. */
const DEPTH_MAX = 50

type Anything = Record<string, unknown>

const isObject = (value: unknown): value is Anything =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What Payload needs to find its way through a node; what it holds is for the editor's own rules. */
const hasFields = ({ type, fields }: Anything): boolean => {
  if (type === 'block' || type === 'inlineBlock') {
    return isObject(fields) && typeof fields.blockType === 'string'
  }
  return type === 'link' || type === 'autolink' ? isObject(fields) : true
}

const isNode = (node: unknown, depth = 0): boolean => {
  if (depth > DEPTH_MAX || !isObject(node) || typeof node.type !== 'string') return false
  if (!hasFields(node)) return false
  const { children = [] } = node
  return Array.isArray(children) && children.every((child) => isNode(child, depth + 1))
}

const isText = (content: unknown): boolean =>
  isObject(content) && isObject(content.root) && isNode({ ...content.root, type: 'root' })

/** A text that is none of Lexical's is refused, where Payload would fail over it. @throws {ApiError} 422 */
export const refuseBadText: CollectionBeforeOperationHook = ({ args, operation }) => {
  if (!['create', 'update', 'updateByID'].includes(operation)) return
  const { content } = ((args as { data?: unknown }).data ?? {}) as { content?: unknown }
  if (content !== undefined && content !== null && !isText(content)) throw badText()
}
