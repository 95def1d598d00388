import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'

import type { PayloadRequest } from 'payload'

import { showRupiah } from '@/lib/panel/showRupiah'

import type { ReadPdf } from '../../../../tests/support/pdf'
import { readPdf } from '../../../../tests/support/pdf'
import type { Paper, PaperRegister, PaperSize, PayableType } from '../contract'
import { papers } from './index'
import { toWinAnsi } from './winAnsi'

const MM = 72 / 25.4
const SIZES: PaperSize[] = ['80mm', 'A4']

/** A request to a house with its own secret, where the items of `register` exist. */
const requestTo = (secret: string, register: PaperRegister = {}): PayloadRequest =>
  ({
    payload: {
      secret,
      config: {
        serverURL: 'https://klinik.example',
        admin: { timezones: { defaultTimezone: 'Asia/Jakarta' } },
        custom: { papers: register },
      },
    },
  }) as unknown as PayloadRequest

const req = requestTo('rahasia')

const paperOf = (count: number, rest: Partial<Paper> = {}): Paper => {
  const lines = Array.from({ length: count }, (_line, index) => ({
    name: `Obat nomor ${index + 1}`,
    quantity: index + 1,
    unit: 'strip',
    price: 1500,
    subtotal: 1500 * (index + 1),
  }))
  const total = lines.reduce((sum, { subtotal }) => sum + subtotal, 0)
  return {
    type: 'order',
    id: 12,
    number: 'Order #12',
    date: '2026-11-20T17:05:00.000Z',
    customer: { name: 'Siti', phone: '0812', address: 'Jl. Melati 3' },
    lines,
    total,
    method: 'Tunai',
    state: 'paid',
    paidAt: '2026-11-20T17:06:00.000Z',
    confirmedBy: 'Budi',
    received: null,
    ...rest,
  }
}

const print = async (paper: Paper, size: PaperSize): Promise<ReadPdf> =>
  readPdf(await papers.render(req, paper, size))

const linesOf = ({ texts }: ReadPdf): string[] => texts.join('\n').split('\n')

/** The dark modules of the QR code that was drawn. */
const modulesOf = ({ bars }: ReadPdf, modules: number): boolean[] => {
  const [first] = bars
  // A QR code begins with a corner's bar of seven modules; it is 25 modules wide or more.
  const module = (first?.width ?? 0) / 7
  const drawn = Array.from({ length: modules * modules }, () => false)
  for (const bar of bars) {
    const row = Math.round((bar.y - (first?.y ?? 0)) / module)
    const column = Math.round((bar.x - (first?.x ?? 0)) / module)
    const length = Math.round(bar.width / module)
    for (let step = 0; step < length; step += 1) drawn[row * modules + column + step] = true
  }
  return drawn
}

describe.each(SIZES)('a paper of %s', (size) => {
  it('says what was bought, by whom, when, and how it was paid', async () => {
    const printed = linesOf(await print(paperOf(3, { received: 50_000 }), size))
    const said = ['Order #12', 'Obat nomor 1', 'Obat nomor 3', 'Rp 9.000', 'Rp 50.000', 'Rp 41.000']
    expect(printed).toEqual(expect.arrayContaining(said))
    for (const part of ['Siti', 'Budi', 'Tunai', '4.500', '3 strip', '21/11/']) {
      expect([part, printed.some((line) => line.includes(part))]).toEqual([part, true])
    }
  })

  it('says nothing of cash that nobody counted', async () => {
    expect(linesOf(await print(paperOf(1), size))).not.toContain('Kembali')
  })

  it.each([
    ['unpaid', 'BELUM DIBAYAR'],
    ['paid', 'LUNAS'],
    ['cancelled', 'DIBATALKAN'],
    ['refunded', 'DIKEMBALIKAN'],
  ] as const)('that is %s says so', async (state, word) => {
    const printed = linesOf(await print(paperOf(1, { state }), size)).join(' ')
    const others = ['BELUM DIBAYAR', 'LUNAS', 'DIBATALKAN', 'DIKEMBALIKAN']
    expect(others.filter((one) => printed.includes(one))).toEqual([word])
  })

  it('carries the address of its proof as a QR code', async () => {
    const paper = paperOf(2)
    const { size: modules, data } = create(papers.proofUrl(req, paper), {
      errorCorrectionLevel: 'M',
    }).modules
    const printed = await print(paper, size)
    // An invoice frames its state with a bar of its own.
    const bars = printed.bars.filter(({ height }) => height < 20)
    const drawn = modulesOf({ ...printed, bars }, modules)
    expect(drawn).toEqual(Array.from(data, (bit) => bit === 1))
  })

  it('shows every one of a hundred lines, and the total', async () => {
    const paper = paperOf(100)
    const printed = linesOf(await print(paper, size))
    const names = printed.filter((line) => line.startsWith('Obat nomor '))
    expect(names).toEqual(paper.lines.map(({ name }) => name))
    expect(printed).toContain(showRupiah(paper.total))
  })

  it('writes names that its fonts cannot, as near as it can', async () => {
    const name = 'Żółć 😀 Óscar 李\nDrop'
    const customer = { name, phone: null, address: null }
    const line = { name: 'β-karoten ≥ 5 µg', quantity: 1, unit: null, price: 1, subtotal: 1 }
    const printed = linesOf(await print(paperOf(0, { customer, lines: [line] }), size))
    expect(printed.some((one) => one.endsWith('Zólc Óscar ? Drop'))).toBe(true)
    expect(printed).toContain('beta-karoten >= 5 µg')
  })
})

describe('a receipt', () => {
  it.each([1, 100])('of %i lines is one strip of 80 mm', async (count) => {
    const { pages } = await print(paperOf(count), '80mm')
    expect(pages).toHaveLength(1)
    expect((pages[0]?.width ?? 0) / MM).toBeCloseTo(80, 1)
  })

  it('is no longer than it needs to be', async () => {
    const height = async (count: number) =>
      (await print(paperOf(count), '80mm')).pages[0]?.height ?? 0
    const short = await height(1)
    expect(short / MM).toBeLessThan(120)
    expect(await height(11)).toBeGreaterThan(short + 10 * 15)
  })
})

describe('an invoice', () => {
  it('numbers its pages, and repeats the head of its table', async () => {
    const { pages, texts } = await print(paperOf(100), 'A4')
    expect(pages.length).toBeGreaterThan(1)
    for (const [index, text] of texts.entries()) {
      expect(text).toContain(`Halaman ${index + 1} dari ${pages.length}`)
      if (text.includes('Obat nomor')) expect(text).toContain('Uraian')
    }
  })

  it.each(Array.from({ length: 20 }, (_count, index) => 15 + index))(
    'of %i lines keeps everything above its foot',
    async (count) => {
      const { bars, pages } = await print(paperOf(count, { received: 1_000_000 }), 'A4')
      const lowest = Math.max(...bars.map(({ y, height }) => y + height))
      expect(lowest).toBeLessThan((pages[0]?.height ?? 0) - 60)
    },
  )
})

describe('text for the built-in fonts', () => {
  it.each([
    ['Siti Nurhaliza', 'Siti Nurhaliza'],
    ['Núñez – “Ø” €5 ½', 'Núñez – “Ø” €5 ½'],
    ['Đặng Łukasz İpek', 'Dang Lukasz Ipek'],
    ['👩‍👩‍👧 keluarga 🇮🇩 ❤️', 'keluarga'],
    ['a\u0301\u0336b', 'áb'],
    ['baris\r\ndua\ttab\u0000', 'baris dua tab'],
    ['\ud800', '?'],
    ['', ''],
  ])('%j becomes %j', (given, written) => {
    expect(toWinAnsi(given)).toBe(written)
  })
})

describe('the token of a paper', () => {
  const there = async () => Promise.resolve(true)
  const everything: PaperRegister = { order: there, course: there, pemeriksaan: there }
  const house = requestTo('rahasia', everything)
  const tokenFor = (type: PayableType, id: number | string, of = house): string =>
    papers.proofUrl(of, { type, id }).replace('https://klinik.example/asli/', '')

  it('is known, for what exists', async () => {
    const uuid = '0192f5a0-7c3e-7abc-8def-0123456789ab'
    for (const token of [tokenFor('order', 12), tokenFor('pemeriksaan', uuid)]) {
      expect([token, await papers.isGenuine(house, token)]).toEqual([token, true])
    }
  })

  it('is not known for what is gone, or was never there', async () => {
    const asked: string[] = []
    const gone = requestTo('rahasia', {
      order: async (_req, id) => {
        asked.push(id)
        return Promise.resolve(false)
      },
    })
    expect(await papers.isGenuine(gone, tokenFor('order', 12))).toBe(false)
    expect(asked).toEqual(['12'])
    expect(await papers.isGenuine(requestTo('rahasia'), tokenFor('order', 12))).toBe(false)
  })

  it('is not known when it is of another house, type or item, or not whole', async () => {
    const token = tokenFor('order', 12)
    const forged = [
      tokenFor('order', 12, requestTo('lain')),
      token.replace('O12', 'O13'),
      token.replace('O12', 'C12'),
      token.replace('O12', 'O012'),
      token.slice(0, -1),
      `${token}A`,
      token.slice(0, -1) + (token.endsWith('A') ? 'Q' : 'A'),
      token.replace('.', ''),
      token.toLowerCase(),
      `${token}\n`,
      'O12.',
      'O12',
      '',
      '.'.repeat(5000),
      `order${token.slice(1)}`,
    ]
    for (const one of forged)
      expect([one, await papers.isGenuine(house, one)]).toEqual([one, false])
  })

  it('that is forged costs the same question of the database as one that is not', async () => {
    const asked: string[] = []
    const order = async (_req: unknown, id: string) => {
      asked.push(id)
      return Promise.resolve(true)
    }
    const listening = requestTo('rahasia', { order })
    expect(await papers.isGenuine(listening, tokenFor('order', 12))).toBe(true)
    expect(await papers.isGenuine(listening, `O12.${'A'.repeat(22)}`)).toBe(false)
    expect(await papers.isGenuine(listening, 'apa saja')).toBe(false)
    expect(asked).toEqual(['12', '0', '0'])
  })
})
