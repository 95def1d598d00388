import type { PayloadRequest } from 'payload'

import { withTransaction } from '@/database/transactions'
import { translatorOf } from '@/lib/panel/refusalLanguage'

import type { RowError } from '../csv/types'
import { importChanged, importRefused } from '../errors'
import type { ImportAnswer } from '../obatImport'
import { RowsRefusedError } from './atRow'
import { describeErrors, describePlan, fingerprintOf } from './describePlan'
import { importObat } from './importObat'
import { parseObatCsv } from './parseObatCsv'
import type { ObatPlan } from './planObatImport'
import { planObatImport } from './planObatImport'

/**
 * Says what an import of this text would do, or what is wrong with it, in the language of the panel
 * where the panel asks; writes nothing.
 */
export const previewList = async (req: PayloadRequest, text: string): Promise<ImportAnswer> => {
  const { rows, errors: faults } = parseObatCsv(text)
  const seen =
    faults.length > 0 ? describeErrors(faults) : describePlan(await planObatImport(req, rows))
  const say = translatorOf(req)
  const errors = seen.errors.map((error) => ({ ...error, message: say(error.message) }))
  return { applied: false, ...seen, errors }
}

const refuse = (errors: RowError[]): never => {
  throw importRefused(errors.map(({ row, column, message }) => ({ row, column, message })))
}

/**
 * Imports a list, all of it or nothing.
 * The caller has checked that this request may change obat.
 * @param fingerprint of the preview that somebody has agreed to
 * @throws {ApiError} 422 for a list with an error in it; 409 when it would not do any more what the
 *   preview said
 */
export const importList = async (
  req: PayloadRequest,
  text: string,
  fingerprint: string | undefined,
  onProgress: (done: number, total: number) => void,
): Promise<ImportAnswer> => {
  const { rows, errors } = parseObatCsv(text)
  if (errors.length > 0) refuse(errors)
  let plan: ObatPlan | null = null
  const check = (made: ObatPlan) => {
    plan = made
    if (made.errors.length > 0) refuse(made.errors)
    if (fingerprint && fingerprint !== fingerprintOf(made)) throw importChanged()
  }
  try {
    await withTransaction(req, async () => importObat(req, rows, onProgress, check))
  } catch (error) {
    throw error instanceof RowsRefusedError ? importRefused(error.errors) : error
  }
  return { applied: true, ...describePlan(plan as unknown as ObatPlan) }
}
