import { buildEditorState } from '@payloadcms/richtext-lexical'
import { describe, expect, it } from 'vitest'

import { toEditorState, toPlainText } from './description'

describe('descriptions', () => {
  it("are built as Payload's own builder does", () => {
    expect(toEditorState('Pereda nyeri.')).toEqual(buildEditorState({ text: 'Pereda nyeri.' }))
  })

  it('have a paragraph for each line, and keep their words', () => {
    const state = toEditorState(' Pereda nyeri.\n\nPenurun demam. ')
    expect(state.root.children).toHaveLength(2)
    expect(toPlainText(state)).toBe('Pereda nyeri.\nPenurun demam.')
  })

  it('are read whatever an editor made of them', () => {
    const text = (words: string) => ({ type: 'text', text: words })
    const state = {
      root: {
        type: 'root',
        children: [
          { type: 'heading', children: [text('Untuk')] },
          {
            type: 'paragraph',
            children: [text('nyeri '), { type: 'link', children: [text('ringan')] }, text('.')],
          },
          {
            type: 'list',
            children: [
              { type: 'listitem', children: [text('kepala')] },
              { type: 'listitem', children: [text('gigi'), { type: 'linebreak' }, text('haid')] },
            ],
          },
        ],
      },
    }
    expect(toPlainText(state)).toBe('Untuk\nnyeri ringan.\nkepala\ngigi\nhaid')
    expect(toPlainText(null)).toBe('')
  })
})
