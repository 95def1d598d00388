import type { PayloadRequest } from 'payload'

import {
  prescriptionExpired,
  prescriptionNeeded,
  prescriptionNotFound,
  prescriptionShort,
} from '../errors'
import type { KnownPrescription } from '../prescriptions.sql'
import { findPrescription, findValidPrescriptions } from '../prescriptions.sql'

type Line = { obat: number; quantity: number; name: string; needsPrescription: boolean }

type Asked = {
  lines: Line[]
  /** The prescription that the order names: an id, or whatever was sent in its place. */
  named: unknown
  /** Whose order it is. */
  buyer: number
  atCounter: boolean
  /** At the counter: somebody has seen a prescription on paper. */
  isSeen: boolean
}

const ID_MAX = 2_147_483_647

/** @throws {ApiError} 400 */
const readNamed = async (
  req: PayloadRequest,
  { named, buyer, atCounter }: Asked,
): Promise<KnownPrescription> => {
  const sent = typeof named === 'object' ? (named as { id?: unknown }).id : named
  const id = Number(sent)
  const isPossible = Number.isInteger(id) && id > 0 && id <= ID_MAX
  const found = isPossible ? await findPrescription(req, id) : null
  // What the desk sells without an account stands under the account of who sells it.
  const mayDraw = found?.patient === buyer || (atCounter && buyer === req.user?.id)
  if (!found || !mayDraw) throw prescriptionNotFound()
  if (!found.isValid) throw prescriptionExpired()
  return found
}

const reaches =
  ({ left }: KnownPrescription) =>
  ({ obat, quantity }: Line): boolean =>
    (left.get(obat) ?? 0) >= quantity

const sayShort = ({ name, quantity }: Line, left: number | undefined): string =>
  left === undefined
    ? `${name}: tidak ada di resep ini.`
    : `${name}: sisa resep ${left}, diminta ${quantity}.`

/** @throws {ApiError} 400 */
const refuseShort = (lines: Line[], { left }: KnownPrescription): never => {
  throw prescriptionShort(lines.map((line) => sayShort(line, left.get(line.obat))))
}

/** None of the buyer's prescriptions has all that needs one: says why. @throws {ApiError} 400 */
const refuseUncovered = (keras: Line[], owned: KnownPrescription[]): never => {
  const best = ({ obat }: Line): number =>
    Math.max(0, ...owned.map(({ left }) => left.get(obat) ?? 0))
  const unknown = keras.filter(({ obat }) => !owned.some(({ left }) => left.has(obat)))
  if (unknown.length > 0) {
    throw prescriptionNeeded(unknown.map(({ name }) => `${name}: memerlukan resep dokter.`))
  }
  const short = keras.filter((line) => best(line) < line.quantity)
  if (short.length > 0) throw prescriptionShort(short.map((line) => sayShort(line, best(line))))
  throw prescriptionShort(['Obat keras dari resep yang berbeda dipesan terpisah.'])
}

const refuseUnseen = (keras: Line[]): never => {
  throw prescriptionNeeded(keras.map(({ name }) => `${name}: centang bahwa resep sudah dilihat.`))
}

/**
 * The prescription that a new order draws on: the named one, else, of a patient, the one that has all
 * prescription-only obat of the order and ends first. The obat are locked.
 * @returns its id; null where nothing needs one, or where the desk has seen one on paper
 * @throws {ApiError} 400: none, not theirs, out of date, or without what is ordered
 */
export const choosePrescription = async (
  req: PayloadRequest,
  asked: Asked,
): Promise<number | null> => {
  const { lines, named, buyer, atCounter } = asked
  const isSeen = atCounter && asked.isSeen
  const keras = lines.filter(({ needsPrescription }) => needsPrescription)
  if (named !== undefined && named !== null && named !== '') {
    const prescription = await readNamed(req, asked)
    const uncovered = keras.filter((line) => !reaches(prescription)(line))
    if (uncovered.length > 0 && !isSeen) return refuseShort(uncovered, prescription)
    if (lines.every(({ obat }) => !prescription.left.get(obat))) {
      return refuseShort(lines, prescription)
    }
    return prescription.id
  }
  if (keras.length === 0 || isSeen) return null
  if (atCounter) return refuseUnseen(keras)
  const owned = await findValidPrescriptions(req, buyer)
  const chosen = owned.find((prescription) => keras.every(reaches(prescription)))
  return chosen?.id ?? refuseUncovered(keras, owned)
}
