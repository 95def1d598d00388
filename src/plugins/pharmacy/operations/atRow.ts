import { APIError, ValidationError } from 'payload'

import { publicDatabaseError } from '@/database/errors'

import type { ObatRow, RowError } from '../csv/types'

/** A row that the shop refused while it was being written: the transaction it was in is gone. */
export class RowsRefusedError extends Error {
  override name = 'RowsRefusedError'
  constructor(readonly errors: RowError[]) {
    super(errors.map(({ row, message }) => `Baris ${row}: ${message}`).join('\n'))
  }
}

const isClientError = (error: unknown): error is APIError =>
  error instanceof APIError && error.status >= 400 && error.status < 500

const rowErrors = (error: unknown, row: number): RowError[] | null => {
  if (error instanceof ValidationError) {
    return error.data.errors.map(({ path, message }) => ({ row, column: path, message }))
  }
  const known = isClientError(error) ? error : publicDatabaseError(error)
  return known && isClientError(known) ? [{ row, column: null, message: known.message }] : null
}

/**
 * Runs what a row asks for, and names the row in whatever is refused about it. Deadlocks, lost
 * connections and defects are not the row's fault and pass as they are.
 * @throws {RowsRefusedError}
 */
export const atRow = async (row: ObatRow, write: () => Promise<unknown>): Promise<void> => {
  try {
    await write()
  } catch (error) {
    const errors = rowErrors(error, row.row)
    throw errors ? new RowsRefusedError(errors) : error
  }
}
