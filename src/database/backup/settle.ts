import type pg from 'pg'
import { bringBackOldMedia, keepNewMedia, readSwapState } from './media'

/**
 * Ends a restore that was interrupted between the uploads' change and its COMMIT: the database tells
 * whether that transaction was committed, and the uploads follow. Does nothing where there is none.
 * To be called before uploads are served or written.
 * @throws {Error} when the transaction is still open, or belongs to another database
 */
export const settleInterruptedRestore = async (
  database: Pick<pg.ClientBase, 'query'>,
  mediaDir: string,
  log: (message: string) => void,
): Promise<void> => {
  const state = await readSwapState(mediaDir)
  if (!state) return
  const { rows } = await database.query<{ database: string; status: string | null }>(
    'SELECT current_database() AS database, pg_xact_status($1::xid8) AS status',
    [state.transaction],
  )
  if (rows[0]?.database !== state.database) {
    throw new Error(
      `A restore into the database ${state.database} was interrupted: run it again for that one first.`,
    )
  }
  const { status } = rows[0]
  if (status === 'in progress') {
    throw new Error('A restore is under way, or its connection is not closed yet: try again.')
  }
  if (status === 'committed') {
    await keepNewMedia(mediaDir)
    log('An interrupted restore was complete; its uploads stay.')
    return
  }
  await bringBackOldMedia(mediaDir)
  log('An interrupted restore had changed nothing in the database; the old uploads are back.')
}
