import { expect, it } from 'vitest'

import { sayDetailName, showDetail } from './sayDetail'

it('calls the usual details by their names, others as they were sent', () => {
  expect(sayDetailName('account_name', 'id')).toBe('Atas nama')
  expect(sayDetailName('accountName', 'en')).toBe('Account holder')
  expect(sayDetailName('kode_unik', 'id')).toBe('kode_unik')
  expect(sayDetailName('constructor', 'id')).toBe('constructor')
})

it('shows amounts as rupiah, and everything else as it was sent', () => {
  expect(showDetail('amount', 27_500)).toBe('Rp 27.500')
  expect(showDetail('nominal', 'Rp 27.500,-')).toBe('Rp 27.500')
  expect(showDetail('amount', 'dua puluh ribu')).toBe('dua puluh ribu')
  expect(showDetail('transaction_id', 27_500)).toBe('27500')
  expect(showDetail('sender', { amount: 5 })).toBe('{"amount":5}')
  expect(showDetail('amount', null)).toBe('null')
})
