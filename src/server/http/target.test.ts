import { describe, expect, it } from 'vitest'

import { readTarget } from './target'

describe('readTarget', () => {
  it.each([
    ['/', '/', ''],
    ['/api/obat?limit=5&where[a]=b', '/api/obat', '?limit=5&where[a]=b'],
    ['/admin/../api/users', '/api/users', ''],
    ['/a/%2e%2e/api', '/api', ''],
    ['//evil.example/api', '//evil.example/api', ''],
    ['/api/obat?q=100%', '/api/obat', '?q=100%'],
  ])('reads %s as everybody after it will', (url, path, search) => {
    expect(readTarget(url)).toEqual({ path, search })
  })

  it.each([
    ['', 400],
    ['*', 400],
    ['http://evil.example/', 400],
    ['/api/%', 400],
    ['/api/%c3%28', 400],
    ['/api/a%00b', 400],
    ['/api?name=%00', 400],
    ['/api\\users', 400],
    [`/api?q=${'x'.repeat(8_192)}`, 414],
  ])('refuses %s', (url, status) => {
    expect(readTarget(url)).toMatchObject({ status })
  })
})
