import { expect, it } from 'vitest'

import { addressOf, safeAddress } from './links'

it.each([
  'https://www.who.int/x?y=1#z',
  'http://a.example',
  'mailto:a@b.example',
  'tel:119',
  '/news/x',
  '#sumber',
])('leads to %s', (url) => {
  expect(safeAddress(url)).toBe(url)
})

it.each([
  'javascript:alert(1)',
  ' javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//evil.example',
  '/\\evil.example',
  '/ /x',
  'evil.example',
  '',
  null,
  7,
  {},
])('leads nowhere by %j', (url) => {
  expect(safeAddress(url)).toBeNull()
})

it('leads to articles while they are published', () => {
  const link = (value: unknown) => ({
    linkType: 'internal',
    url: 'https://other.example',
    doc: { relationTo: 'news', value },
  })
  expect(addressOf(link({ slug: 'x', _status: 'published' }))).toBe('/news/x')
  for (const value of [{ slug: 'x', _status: 'draft' }, { _status: 'published' }, 7, null]) {
    expect(addressOf(link(value))).toBeNull()
  }
})
