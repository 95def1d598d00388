import { describe, expect, it } from 'vitest'

import { differingAmounts, parseRupiah, statedAmounts } from './statedAmounts'

describe('parseRupiah', () => {
  it.each([
    ['12500', 12_500],
    ['12.500', 12_500],
    ['12,500', 12_500],
    ['1.250.000', 1_250_000],
    ['1,250,000.00', 1_250_000],
    ['1.250.000,00', 1_250_000],
    ['Rp 12.500', 12_500],
    ['Rp12.500,-', 12_500],
    ['Rp. 12.500,00', 12_500],
    ['rp: 12 500', 12_500],
    ['IDR 12,500.00', 12_500],
    ['12.500 rupiah', 12_500],
    ['12500.00', 12_500],
    ['12500,5', 12_500.5],
    ['12.50', 12.5],
    ['150rb', 150_000],
    ['150 ribu', 150_000],
    ['12,5rb', 12_500],
    ['1,5 juta', 1_500_000],
    ['2jt', 2_000_000],
    ['150K', 150_000],
    ['0', 0],
  ])('reads %j', (text, amount) => {
    expect(parseRupiah(text)).toBe(amount)
  })

  it.each([
    '',
    'Rp',
    'lunas',
    '-12500',
    '12.50.000',
    '1.2500',
    '1,250.000,00',
    '12.500 / 13.000',
    '12.500.',
    '1e5',
    '0x10',
    '9'.repeat(30),
    '12500 ke BCA 0011',
  ])('does not guess at %j', (text) => {
    expect(parseRupiah(text)).toBeNull()
  })
})

describe('statedAmounts', () => {
  it.each([
    'amount',
    'Amount',
    'transfer_amount',
    'transferAmount',
    'jumlah',
    'Jumlah Transfer',
    'nominal',
    'total_bayar',
  ])('knows %j', (name) => {
    expect(statedAmounts({ bank: 'BCA', [name]: 'Rp 12.500' })).toEqual([
      { name, said: 'Rp 12.500', amount: 12_500 },
    ])
  })

  it('reads numbers, and objects within', () => {
    const details = { amount: 15_000, transfer: { nominal: '15.000', bank: 'BRI' } }
    expect(statedAmounts(details).map(({ amount }) => amount)).toEqual([15_000, 15_000])
  })

  it('leaves alone what states no amount', () => {
    for (const details of [
      null,
      undefined,
      'amount 5',
      {},
      { bank: 'BCA', account_number: '12345', transaction_id: '77' },
      { amount: null },
      { amount: '' },
      { amount: true },
    ]) {
      expect(statedAmounts(details)).toEqual([])
    }
  })

  it('says when an amount cannot be read', () => {
    for (const amount of ['lunas', -5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(statedAmounts({ amount })).toEqual([
        { name: 'amount', said: String(amount), amount: null },
      ])
    }
  })
})

describe('differingAmounts', () => {
  it('finds what is not the total, read or not', () => {
    expect(differingAmounts({ amount: 12_500, total: '12.500' }, 12_500)).toEqual([])
    const differing = differingAmounts({ amount: '12.500', nominal: 12_499, jumlah: '?' }, 12_500)
    expect(differing.map(({ name }) => name)).toEqual(['nominal', 'jumlah'])
    expect(differingAmounts({ amount: '12500,5' }, 12_500)).toHaveLength(1)
    expect(differingAmounts({ bank: 'BCA' }, 12_500)).toEqual([])
  })
})
