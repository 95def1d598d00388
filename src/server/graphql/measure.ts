import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import { Kind, valueFromASTUntyped } from 'graphql'

/** How large one operation is, fragments written out. */
export type Size = {
  operation: string
  /** Fields within fields; a field of the operation itself is 1 deep. */
  depth: number
  aliases: number
  roots: number
  /** Fields, counted as often as they will be resolved. */
  cost: number
}
type Part = Omit<Size, 'operation'>
type Variables = Record<string, unknown>
type Fragments = Map<string, FragmentDefinitionNode>

/** Payload's page when none is asked for, and the longest that it gives (capPageSize). */
const DEFAULT_PAGE = 10
const LONGEST_PAGE = 100

const NOTHING: Part = { depth: 0, aliases: 0, roots: 0, cost: 0 }

const add = (a: Part, b: Part): Part => ({
  depth: Math.max(a.depth, b.depth),
  aliases: a.aliases + b.aliases,
  roots: a.roots + b.roots,
  cost: a.cost + b.cost,
})

/** How many documents a field answers: lists are the fields that have `docs`, or are told a `limit`. */
const pageOf = (field: FieldNode, variables: Variables): number => {
  const argument = field.arguments?.find(({ name }) => name.value === 'limit')
  if (argument) {
    const limit = Number(valueFromASTUntyped(argument.value, variables) ?? LONGEST_PAGE)
    return limit >= 1 && limit <= LONGEST_PAGE ? limit : LONGEST_PAGE
  }
  const hasDocs = field.selectionSet?.selections.some(
    (child) => child.kind === Kind.FIELD && child.name.value === 'docs',
  )
  return hasDocs ? DEFAULT_PAGE : 1
}

const measurer = (fragments: Fragments, variables: Variables) => {
  // Each fragment is measured once: written out, nested fragments grow exponentially.
  const known = new Map<string, Part>()

  const ofFragment = (name: string): Part => {
    const measured = known.get(name)
    if (measured) return measured
    // One that contains itself is refused by another rule; here it only has to come to an end.
    known.set(name, NOTHING)
    const fragment = fragments.get(name)
    const part = fragment ? ofSelections(fragment.selectionSet) : NOTHING
    known.set(name, part)
    return part
  }

  const ofField = (field: FieldNode): Part => {
    const alias = field.alias ? 1 : 0
    const isLeaf = !field.selectionSet || field.name.value.startsWith('__')
    const inner = isLeaf ? NOTHING : ofSelections(field.selectionSet)
    return {
      depth: inner.depth + 1,
      aliases: inner.aliases + alias,
      roots: 1,
      cost: 1 + inner.cost * (isLeaf ? 1 : pageOf(field, variables)),
    }
  }

  const ofSelection = (selection: SelectionNode): Part => {
    if (selection.kind === Kind.FIELD) return ofField(selection)
    if (selection.kind === Kind.FRAGMENT_SPREAD) return ofFragment(selection.name.value)
    return ofSelections(selection.selectionSet)
  }

  const ofSelections = ({ selections }: SelectionSetNode): Part =>
    selections.map(ofSelection).reduce(add, NOTHING)

  return ofSelections
}

/** Values for the operation's variables: those sent, else their defaults. */
const withDefaults = (operation: OperationDefinitionNode, sent: Variables): Variables => {
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  )
  return { ...Object.fromEntries(defaults), ...sent }
}

/** Measures every operation of a document, before anything is known of the schema. */
export const measureOperations = (document: DocumentNode, variables: Variables): Size[] => {
  const fragments: Fragments = new Map()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
  return document.definitions
    .filter((node) => node.kind === Kind.OPERATION_DEFINITION)
    .map((node) => ({
      operation: node.operation,
      ...measurer(fragments, withDefaults(node, variables))(node.selectionSet),
    }))
}
