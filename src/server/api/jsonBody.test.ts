import { describe, expect, it } from 'vitest'

import { isJsonObject, parseJson } from './jsonBody'

const nested = (levels: number): string => '['.repeat(levels) + ']'.repeat(levels)

describe('parseJson', () => {
  it.each([['{"a":[1,"b",null,true]}'], ['[]'], ['"text"'], ['0'], ['"😀"'], [nested(200)]])(
    'reads %s',
    (text) => {
      expect(parseJson(text)).toEqual(JSON.parse(text))
    },
  )

  it.each([
    ['no JSON', '{a:1}'],
    ['half of it', '{"a":'],
    ['nothing', ''],
    ['a null byte', '{"a":"b\\u0000"}'],
    ['a null byte in a key', '{"a\\u0000":1}'],
    ['half a surrogate pair', '{"a":["\\ud800"]}'],
    ['nesting without end', nested(201)],
    ['nesting that overflows recursion', nested(200_000)],
  ])('refuses %s', (_name, text) => {
    expect(parseJson(text)).toBeUndefined()
  })

  it('knows an object from the rest', () => {
    expect(isJsonObject({})).toBe(true)
    expect([[], null, 'a', 1].some(isJsonObject)).toBe(false)
  })
})
