type Node = { type?: string; text?: string; children?: Node[] }

const paragraph = (text: string) => ({
  type: 'paragraph',
  children: [
    { type: 'text', detail: 0, format: 0, mode: 'normal' as const, style: '', text, version: 1 },
  ],
  direction: 'ltr' as const,
  format: '' as const,
  indent: 0,
  textFormat: 0,
  textStyle: '',
  version: 1,
})

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** Plain text as Lexical's editor state: each line becomes a paragraph. */
export const toEditorState = (text: string) => ({
  root: {
    type: 'root',
    children: linesOf(text).map(paragraph),
    direction: 'ltr' as const,
    format: '' as const,
    indent: 0,
    version: 1,
  },
})

/** What holds blocks; everything else (paragraphs, links, …) holds a line's pieces. */
const CONTAINERS = new Set(['root', 'list'])

const textOf = (node: Node): string => {
  if (node.type === 'linebreak') return '\n'
  const inner = (node.children ?? []).map(textOf)
  return node.text ?? inner.join(CONTAINERS.has(node.type ?? '') ? '\n' : '')
}

/**
 * The words of an editor state, a line for each paragraph; the counterpart of `toEditorState`.
 * Formatting does not count, so a description that an editor only embellished has the same text.
 */
export const toPlainText = (state: { root: Node } | null | undefined): string =>
  state ? linesOf(textOf(state.root)).join('\n') : ''
