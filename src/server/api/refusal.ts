/** What the server answers by itself, before (or instead of) a handler. */
export type Refusal = { status: number; message: string }

export const REFUSALS = {
  malformedJson: { status: 400, message: 'JSON tidak valid.' },
  notAnObject: { status: 400, message: 'Isi permintaan harus berupa objek JSON.' },
  malformedForm: { status: 400, message: 'Isi formulir tidak valid.' },
  malformedQuery: { status: 400, message: 'Parameter pencarian tidak valid.' },
  tooLarge: { status: 413, message: 'Isi permintaan terlalu besar.' },
  unsupportedType: { status: 415, message: 'Jenis isi permintaan tidak didukung.' },
  unknownRoute: { status: 404, message: 'Alamat tidak ditemukan.' },
  failed: { status: 500, message: 'Terjadi kesalahan pada server.' },
} as const satisfies Record<string, Refusal>

type Envelope = (message: string) => unknown

const withSuccess: Envelope = (message) => ({ success: false, message })
const messageOnly: Envelope = (message) => ({ message })
const likePayload: Envelope = (message) => ({ errors: [{ message }] })

/** How the contracts say no (contracts/README); the generated REST and GraphQL say it Payload's way. */
const CONTRACTS: Record<string, Envelope> = {
  apotek: withSuccess,
  chats: withSuccess,
  payments: withSuccess,
  // Of contract checkout.md, as its other address.
  'payments/midtrans': messageOnly,
  v1: messageOnly,
  me: messageOnly,
  'payment-methods': messageOnly,
  chat: messageOnly,
  payment: messageOnly,
  health: messageOnly,
}

const ofPath = (path: string): Envelope | undefined =>
  Object.hasOwn(CONTRACTS, path) ? CONTRACTS[path] : undefined

const contractOf = (path: string): Envelope | undefined => {
  const [, , first = '', second = ''] = path.split('/')
  return ofPath(`${first}/${second}`) ?? ofPath(first)
}

/** Contract endpoints judge for themselves what JSON they take. */
export const isContract = (path: string): boolean => contractOf(path) !== undefined

/** The refusal in the words of whoever is being asked. */
export const refusalBody = (path: string, message: string): unknown =>
  (contractOf(path) ?? likePayload)(message)
