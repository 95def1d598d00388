import { createHmac, timingSafeEqual } from 'node:crypto'

import type { Paper, PayableType } from '../contract'

type Subject = Pick<Paper, 'type' | 'id'>

const LETTERS: Record<PayableType, string> = {
  course: 'C',
  agenda: 'A',
  order: 'O',
  consultation: 'K',
  pemeriksaan: 'P',
}
const TYPES = new Map(
  Object.entries(LETTERS).map(([type, letter]) => [letter, type as PayableType]),
)

/** 128 bits: nobody guesses one, and the QR code stays coarse enough for a cheap printer. */
const SIGNATURE_BYTES = 16

const signatureOf = (secret: string, { type, id }: Subject): string =>
  createHmac('sha256', secret)
    .update(`paper\n${type}\n${id}`)
    .digest()
    .subarray(0, SIGNATURE_BYTES)
    .toString('base64url')

/** What a paper's QR code carries: the type's letter, the item's id, and our signature of both. */
export const tokenOf = (secret: string, subject: Subject): string =>
  `${LETTERS[subject.type]}${subject.id}.${signatureOf(secret, subject)}`

/** Compared in full when nothing can be read from a token, so that it takes the same time. */
const NOTHING = { type: 'order' as const, id: '', signature: '' }

const parse = (
  token: string,
): typeof NOTHING | { type: PayableType; id: string; signature: string } => {
  const [, letter = '', id = '', signature = ''] =
    /^([A-Z])([\da-f-]{1,36})\.([\w-]{22})$/.exec(token) ?? []
  const type = TYPES.get(letter)
  return type ? { type, id, signature } : NOTHING
}

/** The item that a token names, or null when the signature is not ours. */
export const readToken = (
  secret: string,
  token: string,
): { type: PayableType; id: string } | null => {
  const { type, id, signature } = parse(token)
  const expected = Buffer.from(signatureOf(secret, { type, id }))
  const shown = Buffer.alloc(expected.length)
  shown.write(signature)
  return timingSafeEqual(shown, expected) ? { type, id } : null
}
