import { expect, it } from 'vitest'

import { ownPath } from './ownPath'

it.each([
  ['/pemeriksaan/0198', '/pemeriksaan/0198'],
  ['/news?page=2#top', '/news?page=2#top'],
  ['/a/../b', '/b'],
])('goes on to a path of our own: %s', (asked, path) => {
  expect(ownPath(asked)).toBe(path)
})

it.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '/\n\\evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  'https://evil.example',
  'evil',
  '',
  null,
  undefined,
  ['/a', '/b'],
])('goes nowhere else: %j', (asked) => {
  expect(ownPath(asked)).toBeNull()
})
