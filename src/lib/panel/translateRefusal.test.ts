import { describe, expect, it } from 'vitest'

import { translateRefusal } from './translateRefusal'

const WORDS = {
  'Order already paid': { en: 'This order is paid already.', id: 'Order ini sudah dibayar.' },
  'Stok {name} tinggal {stock}, diminta {asked}.': {
    en: '{stock} of {name} left, {asked} asked for.',
    id: 'Stok {name} tinggal {stock}, diminta {asked}.',
  },
  'Wajib (*) diisi.': { en: 'Needed (*).', id: 'Wajib (*) diisi.' },
}
const english = (message: string): string => translateRefusal(message, 'en', WORDS)

describe('translateRefusal', () => {
  it('knows a message by its words', () => {
    expect(english('Order already paid')).toBe('This order is paid already.')
    expect(translateRefusal('Order already paid', 'id', WORDS)).toBe('Order ini sudah dibayar.')
    expect(english('Wajib (*) diisi.')).toBe('Needed (*).')
  })

  it('keeps what differs from time to time', () => {
    expect(english('Stok Paracetamol 500 mg tinggal 3, diminta 12.')).toBe(
      '3 of Paracetamol 500 mg left, 12 asked for.',
    )
  })

  it('knows each of several sentences, also about names with full stops', () => {
    expect(english('Stok Sirup 60 ml. Rasa jeruk tinggal 1, diminta 2.')).toBe(
      '1 of Sirup 60 ml. Rasa jeruk left, 2 asked for.',
    )
    expect(english('Stok A tinggal 1, diminta 2. Wajib (*) diisi. Entah apa.')).toBe(
      '1 of A left, 2 asked for. Needed (*). Entah apa.',
    )
  })

  it.each(['', 'Entah apa', 'constructor', 'Wajib (*) diisi', '{name}'])(
    'leaves %s as it is',
    (message) => {
      expect(english(message)).toBe(message)
    },
  )
})
