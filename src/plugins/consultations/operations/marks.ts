import { setTimeout as sleep } from 'node:timers/promises'

import type { Payload } from 'payload'

import type { Mark, MarkedRow, MarkKind } from '../messages.sql'
import { setMarks } from '../messages.sql'

/** Milliseconds for which marks are collected before one statement writes them. */
const COLLECT_MS = 150

type Batch = { marks: Map<string, Mark>; written: Promise<void> }
type Heard = (kind: MarkKind, rows: MarkedRow[]) => void

const merge = (known: Mark | undefined, mark: Mark): Mark => ({
  ...mark,
  first: Math.min(mark.first, known?.first ?? mark.first),
  last: Math.max(mark.last, known?.last ?? mark.last),
})

/**
 * Collects marks of all consultations of this process, and writes them in batches.
 * @param hear is told which marks were really set
 */
export const createMarks = (payload: Payload, hear: Heard) => {
  const collecting = new Map<MarkKind, Batch>()

  const write = async (kind: MarkKind, { marks }: Pick<Batch, 'marks'>): Promise<void> => {
    await sleep(COLLECT_MS, undefined, { ref: false })
    collecting.delete(kind)
    const rows = await setMarks({ payload }, kind, [...marks.values()])
    if (rows.length > 0) hear(kind, rows)
  }

  const open = (kind: MarkKind): Batch => {
    const marks = new Map<string, Mark>()
    const written = write(kind, { marks })
    // Whoever waits for it is told; where nobody does, the next mark of the same messages sets it.
    written.catch((err: unknown) => {
      payload.logger.error({ err, msg: `Marks (${kind}) could not be written` })
    })
    const batch = { marks, written }
    collecting.set(kind, batch)
    return batch
  }

  /** Resolves when the mark is stored. */
  const set = async (kind: MarkKind, mark: Mark): Promise<void> => {
    const { marks, written } = collecting.get(kind) ?? open(kind)
    const key = `${mark.consultation}:${mark.user}`
    marks.set(key, merge(marks.get(key), mark))
    return written
  }

  return {
    set,
    /** Nobody waits for it; a failure is logged where it happens. */
    note: (kind: MarkKind, mark: Mark): void => void set(kind, mark).catch(() => undefined),
  }
}

export type Marks = ReturnType<typeof createMarks>
