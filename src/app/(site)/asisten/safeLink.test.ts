import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

import { safeLink } from './safeLink'

describe('a link in an answer', () => {
  it.each([
    ['/obat/paracetamol', '/obat/paracetamol', null],
    ['/news/demam?x=1#atas', '/news/demam?x=1#atas', null],
    ['https://www.who.int/x', 'https://www.who.int/x', 'www.who.int'],
    // Written in Cyrillic, and shown as what it is.
    ['https://gооgle.com/', 'https://xn--ggle-55da.com/', 'xn--ggle-55da.com'],
  ])('leads to %s', (asked, href, host) => {
    expect(safeLink(asked)).toEqual({ href, host })
  })

  it.each([
    'javascript:alert(1)',
    ' javascript:alert(1)',
    'JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    'file:///etc/passwd',
    'http://example.test/',
    '//example.test/',
    '/\\example.test/',
    '/\t/example.test/',
    '/.//example.test/',
    'https://admin:rahasia@example.test/',
    'https://sehat.id@example.test/',
    'https://',
    'obat',
    '#atas',
    '',
    undefined,
  ])('never leads to %s', (asked) => {
    expect(safeLink(asked)).toBeNull()
  })

  it('leads nowhere but to a path of ours or by https, whatever is written', () => {
    const OURS = 'https://ours.invalid'
    const pieces = fc.constantFrom('/', '\\', '.', ':', '@', '\t', '\n', ' ', 'https', 'x.test')
    const written = fc.oneof(
      fc.string(),
      fc.array(pieces).map((some) => some.join('')),
    )
    fc.assert(
      fc.property(written, (asked) => {
        const link = safeLink(asked)
        if (!link) return
        const { origin, protocol } = new URL(link.href, OURS)
        expect(protocol).toBe('https:')
        expect(origin === OURS).toBe(link.host === null)
      }),
    )
  })
})
