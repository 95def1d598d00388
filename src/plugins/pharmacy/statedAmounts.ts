/** What a buyer said that was paid: where it was said, how, and the whole rupiah that it means. */
export type StatedAmount = { name: string; said: string; amount: number | null }

/** How clients call an amount, without case, spaces and signs. */
const NAMES = new Set([
  'amount',
  'amountpaid',
  'paidamount',
  'paymentamount',
  'transferamount',
  'transferredamount',
  'grossamount',
  'total',
  'totalamount',
  'totalpaid',
  'totalpayment',
  'totalprice',
  'totaltransfer',
  'totalbayar',
  'totaldibayar',
  'totalpembayaran',
  'jumlah',
  'jumlahbayar',
  'jumlahdibayar',
  'jumlahpembayaran',
  'jumlahtransfer',
  'jumlahuang',
  'nominal',
  'nominalbayar',
  'nominalpembayaran',
  'nominaltransfer',
  'besartransfer',
  'uangdibayar',
])

const DEPTH_MAX = 3

/** Words after a number: `150rb`, `1,5 juta`. */
const TIMES: Record<string, number> = {
  rb: 1_000,
  ribu: 1_000,
  k: 1_000,
  jt: 1_000_000,
  juta: 1_000_000,
}

const digitsOf = (text: string): number => Number(text.replace(/[.,]/g, ''))

/** What stands before a decimal sign, and behind it. */
const decimal = (text: string): number => Number(text.replace(',', '.'))

const FORMS: [RegExp, (whole: string, word: string) => number][] = [
  [/^(\d+)$/, Number],
  // 12.500 or 1.250.000,00 as Indonesians write it, 12,500 or 1,250,000.00 as banks' apps do.
  [/^(\d{1,3}(?:\.\d{3})+)(?:,0{1,2})?$/, digitsOf],
  [/^(\d{1,3}(?:,\d{3})+)(?:\.0{1,2})?$/, digitsOf],
  [/^(\d+[.,]\d{1,2})$/, decimal],
  [
    /^(\d+(?:[.,]\d+)?)(rb|ribu|k|jt|juta)$/,
    (number, word) => decimal(number) * (TIMES[word] ?? 1),
  ],
]

/**
 * Whole rupiah of a text: `Rp 12.500`, `IDR 12,500.00`, `12500`, `Rp12.500,-`, `150 ribu`.
 * @returns null for what is no amount, or might be two
 */
export const parseRupiah = (text: string): number | null => {
  const bare = text
    .toLowerCase()
    .replace(/\s+/g, '')
    .replace(/^(?:rp|idr)[.:]?/, '')
    .replace(/(?:,-|\.-|rupiah|idr)$/, '')
  for (const [form, read] of FORMS) {
    const [, number, word = ''] = form.exec(bare) ?? []
    if (number === undefined) continue
    const amount = read(number, word)
    return Number.isSafeInteger(Math.round(amount)) ? amount : null
  }
  return null
}

const amountOf = (value: unknown): number | null => {
  if (typeof value === 'string') return parseRupiah(value)
  return typeof value === 'number' && Number.isFinite(value) && value >= 0 ? value : null
}

const isAmountName = (name: string): boolean => NAMES.has(name.toLowerCase().replace(/[^a-z]/g, ''))

/**
 * The amounts that a buyer's payment details state, under whatever name their app uses, in objects
 * within them too. What is said where an amount belongs and is none has `amount: null`; nothing said at
 * all is nothing stated.
 */
export const statedAmounts = (details: unknown, depth = 1): StatedAmount[] => {
  if (typeof details !== 'object' || details === null || depth > DEPTH_MAX) return []
  return Object.entries(details).flatMap(([name, value]: [string, unknown]) => {
    if (typeof value === 'object') return statedAmounts(value, depth + 1)
    if (!isAmountName(name) || (typeof value !== 'string' && typeof value !== 'number')) return []
    return value === '' ? [] : [{ name, said: String(value), amount: amountOf(value) }]
  })
}

/** Those that are not the order's total. */
export const differingAmounts = (details: unknown, total: number): StatedAmount[] =>
  statedAmounts(details).filter(({ amount }) => amount !== total)
