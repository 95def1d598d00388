import { describe, expect, it } from 'vitest'

import { csvOf } from './csv'

describe('csvOf', () => {
  const row = [2.5, -2, -0.5, 3_000_000, null, 'a.b']

  it('writes numbers as spreadsheets read them beside commas and beside semicolons', () => {
    expect(csvOf([row], ',')).toBe('2.5,-2,-0.5,3000000,,a.b\r\n')
    expect(csvOf([row], ';')).toBe('2,5;-2;-0,5;3000000;;a.b\r\n')
  })
})
