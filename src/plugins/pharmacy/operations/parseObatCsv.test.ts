import { readFileSync } from 'node:fs'

import { describe, expect, it } from 'vitest'

import { isValidEan13 } from '../csv/barcode'
import { parseObatCsv } from './parseObatCsv'

const HEADER = 'name,sku,barcode,drug_class,price,stock'
const csv = (...rows: string[]) => [HEADER, ...rows].join('\n')

const priced = (price: string) => parseObatCsv(`name;sku;drug_class;price\nObat;A1;bebas;${price}`)

describe('the list that is shipped', () => {
  const { rows, errors } = parseObatCsv(
    readFileSync(new URL('../demo/obat.csv', import.meta.url), 'utf8'),
  )

  it('is read without errors, every column filled but the registration of what is no medicine', () => {
    expect(errors).toEqual([])
    expect(rows.length).toBeGreaterThanOrEqual(120)
    for (const { bpomNumber: _bpomNumber, ...filled } of rows) {
      expect(Object.values(filled)).not.toContain(null)
    }
  })

  it('has valid in-store barcodes and SKUs in order', () => {
    for (const { barcode } of rows) {
      expect(barcode).toMatch(/^2/)
      expect(isValidEan13(String(barcode))).toBe(true)
    }
    expect(rows.map(({ sku }) => sku)).toEqual(
      rows.map((_, index) => `OBT-${String(index + 1).padStart(4, '0')}`),
    )
  })

  it('asks for a prescription for whatever is keras, and for nothing else', () => {
    for (const row of rows) expect(row.requiresPrescription).toBe(row.drugClass === 'keras')
  })

  it('gives registrations the letter of their class, in a year that was never given out', () => {
    const letters = { bebas: 'B', 'bebas-terbatas': 'T', keras: 'K' }
    for (const { bpomNumber, drugClass } of rows) {
      if (!bpomNumber || /^(SD|TR)/.test(bpomNumber)) continue
      expect(bpomNumber).toMatch(new RegExp(`^[DG]${letters[drugClass]}L70000\\d{5}[A-Z]\\d$`))
    }
  })
})

describe('the form of the file', () => {
  it('may be what Excel writes in Indonesia: BOM, semicolons, CRLF, quotes, Indonesian headings', () => {
    const text = [
      '\ufeffNama Obat;Kode;Golongan;Harga Jual;Resep;Keterangan;Aktif',
      '"Meloxicam 7,5 mg; tablet";M-1;Obat Keras;"Rp 12.500";YA;"Kata ""radang"".',
      'Baris kedua.";benar',
      'CTM 4 mg tablet;C-1;Bebas Terbatas;2.500,00;;;tidak',
    ].join('\r\n')
    const { rows, errors } = parseObatCsv(text)
    expect(errors).toEqual([])
    expect(rows).toEqual([
      expect.objectContaining({
        row: 2,
        name: 'Meloxicam 7,5 mg; tablet',
        sku: 'M-1',
        barcode: null,
        drugClass: 'keras',
        price: 12_500,
        requiresPrescription: true,
        description: 'Kata "radang".\nBaris kedua.',
        active: true,
      }),
      expect.objectContaining({
        row: 3,
        drugClass: 'bebas-terbatas',
        price: 2_500,
        requiresPrescription: null,
        description: null,
        stock: null,
        active: false,
      }),
    ])
  })

  it('may end lines in each of the three ways, even mixed', () => {
    const { rows, errors } = parseObatCsv(
      `${HEADER}\rA,1,,bebas,1,1\nB,2,,bebas,1,1\r\nC,3,,bebas,1,1`,
    )
    expect(errors).toEqual([])
    expect(rows.map(({ name }) => name)).toEqual(['A', 'B', 'C'])
  })

  it('may leave out empty cells at the end of a row', () => {
    const { rows, errors } = parseObatCsv(csv('A,1,,bebas,500'))
    expect(errors).toEqual([])
    expect(rows[0]).toMatchObject({ price: 500, stock: null })
  })

  it('counts blank rows and rows with line breaks as a spreadsheet does', () => {
    const text =
      'name,sku,drug_class,price,description\n\n,,,,\nA,1,bebas,1,"x\ny"\nB,2,bebas,apa,z'
    expect(parseObatCsv(text).errors).toEqual([
      { row: 5, column: 'price', message: expect.stringContaining('"apa" tidak jelas') },
    ])
  })

  it.each([
    ['', 1, null, 'kosong'],
    [' \n;;\n', 1, null, 'kosong'],
    [HEADER, 1, null, 'Tidak ada obat'],
    ['name,sku,drug_class,price,prise\nA,1,bebas,1,1', 1, 'prise', 'tidak dikenal'],
    ['name,sku,drug_class,price,harga\nA,1,bebas,1,1', 1, 'harga', 'dua kali'],
    ['name,sku,price\nA,1,1', 1, null, 'Kolom wajib belum ada: drug_class'],
    ['name,drug_class,price\nA,bebas,1', 1, null, 'sku atau barcode'],
    [csv('A,1,,bebas,12,500,9'), 2, null, '7 sel, judulnya 6'],
    [csv('A,1,,bebas,1,1', '"B,2,,bebas,1,1'), 3, null, 'tidak ditutup'],
    [csv('A,1,,bebas,1,1', 'Plester 10" B,2,,bebas,1,1'), 3, null, 'salah letak'],
  ])('is refused when it cannot be trusted: %j', (text, row, column, message) => {
    const { rows, errors } = parseObatCsv(text)
    expect(rows).toEqual([])
    expect(errors).toContainEqual({ row, column, message: expect.stringContaining(message) })
  })
})

describe('money', () => {
  it.each([
    ['12500', 12_500],
    ['12.500', 12_500],
    ['1.250.000', 1_250_000],
    ['Rp 12.500', 12_500],
    ['Rp. 12.500,-', 12_500],
    ['rp12.500,00', 12_500],
    ['IDR 12500', 12_500],
    ['12500.00', 12_500],
    ['Rp\u00a012.500', 12_500],
    ['0', 0],
  ])('%s is %i rupiah', (text, rupiah) => {
    expect(priced(text).rows[0]?.price).toBe(rupiah)
  })

  it.each([
    '12.5',
    '12.50',
    '12,5',
    '12,500',
    '12.500,50',
    '12.5000',
    '0.500',
    '1.25.000',
    '12.00',
  ])('%s could be two amounts, or is none in whole rupiah, and is refused', (text) => {
    expect(priced(text).rows).toEqual([])
    expect(priced(text).errors).toEqual([
      { row: 2, column: 'price', message: expect.stringContaining(`"${text}" tidak jelas`) },
    ])
  })

  it.each(['-500', 'gratis', '1e5', 'Rp', '$5', '9999999999', '8991234567890'])(
    '%s is no price',
    (text) => {
      expect(priced(text).errors).toHaveLength(1)
    },
  )

  it('must be there', () => {
    expect(priced('').errors).toEqual([{ row: 2, column: 'price', message: 'Harga wajib diisi.' }])
  })
})

describe('cells', () => {
  it('are each told by row and by the heading that the file uses', () => {
    const text = [
      'nama,kode,barcode,golongan,harga,stok,aktif',
      ',,2000000000016,herbal,12.5,1.5,mungkin',
      `${'x'.repeat(201)},S-2,8.99E+12,keras,1,-1,`,
      'B\u0000C,S-3,ab,,1,1,ya',
    ].join('\n')
    expect(parseObatCsv(text).errors.map(({ row, column }) => [row, column])).toEqual([
      [2, 'nama'],
      [2, 'barcode'],
      [2, 'golongan'],
      [2, 'harga'],
      [2, 'stok'],
      [2, 'aktif'],
      [3, 'nama'],
      [3, 'barcode'],
      [3, 'stok'],
      [4, 'nama'],
      [4, 'barcode'],
      [4, 'golongan'],
    ])
  })

  it('need a SKU or a barcode', () => {
    expect(parseObatCsv(csv('A,,,bebas,1,1')).errors).toEqual([
      { row: 2, column: null, message: 'SKU atau barcode wajib diisi.' },
    ])
    expect(parseObatCsv(csv('A,,2000000000015,bebas,1,1')).errors).toEqual([])
  })

  it('are cleaned of what nobody sees', () => {
    const { rows } = parseObatCsv(csv('\u200bParacetamol\u00a0 500  mg ,"A1 ",,bebas,1,1.200'))
    expect(rows[0]).toMatchObject({ name: 'Paracetamol 500 mg', sku: 'A1', stock: 1_200 })
  })

  it('with letters that were lost on the way are refused', () => {
    expect(parseObatCsv(csv('Vitamin \ufffd,1,,bebas,1,1')).errors).toEqual([
      { row: 2, column: 'name', message: expect.stringContaining('UTF-8') },
    ])
  })

  it('must not repeat a name, SKU or barcode, whatever the letter case', () => {
    const { rows, errors } = parseObatCsv(
      csv(
        'A,s-1,2000000000015,bebas,1,1',
        'B,S-1,,bebas,1,1',
        'C,s-3,2000000000015,bebas,1,1',
        'a,s-4,,bebas,1,1',
      ),
    )
    expect(rows).toEqual([])
    expect(errors).toEqual([
      { row: 3, column: 'sku', message: 'SKU "S-1" sudah dipakai di baris 2.' },
      { row: 4, column: 'barcode', message: 'Barcode "2000000000015" sudah dipakai di baris 2.' },
      { row: 5, column: 'name', message: 'Nama "a" sudah dipakai di baris 2.' },
    ])
  })
})
