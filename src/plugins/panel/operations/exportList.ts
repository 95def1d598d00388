import type { CollectionSlug, PayloadRequest, PopulateType, Where } from 'payload'
import { createLocalReq } from 'payload'

import type { Cell, Delimiter } from '@/lib/csv'
import { BOM, csvOf } from '@/lib/csv'
import { faultOfFilter } from '@/lib/listFilter'

import type { ExportColumn } from './exportColumns'
import { presentCell } from './presentCell'

/** Documents that are in memory at once. */
const BATCH = 500
/** What a spreadsheet can still open, and what one answer may cost. */
const ROWS_MAX = 100_000

type Search = { collection: CollectionSlug; where: Where; sort: string | undefined }
type Document = Record<string, unknown> & { id: number | string }

/**
 * A request of the same person for one batch: Payload keeps every related document that a request has
 * seen, which would be all of them in the end.
 */
const requestOf = async ({ payload, user, i18n }: PayloadRequest): Promise<PayloadRequest> =>
  createLocalReq({ req: { i18n, user } }, payload)

const valueAt = (document: Document, path: string[]): unknown =>
  path.reduce<unknown>(
    (value, name) => (value as Record<string, unknown> | null | undefined)?.[name],
    document,
  )

/** Of related documents only what they are called is read. */
const titlesOnly = ({ payload }: PayloadRequest): PopulateType =>
  Object.fromEntries(
    payload.config.collections.map(({ slug, admin }) => [
      slug,
      { [admin.useAsTitle ?? 'id']: true },
    ]),
  )

/**
 * The ids of all that a list shows its reader, in its order: what an export is of.
 * @throws {ApiError} 400 for a filter or an order of what is not there, or may not be read
 */
export const idsOf = async (
  req: PayloadRequest,
  { collection, where, sort }: Search,
): Promise<(number | string)[]> => {
  const own = await requestOf(req)
  const found = req.payload.find({
    collection,
    where,
    ...(sort ? { sort } : {}),
    select: { id: true } as never,
    limit: ROWS_MAX,
    pagination: false,
    depth: 0,
    req: own,
    overrideAccess: false,
  })
  const { docs } = await found.catch((error: unknown) => {
    const isFiltered = Boolean(sort) || Object.keys(where).length > 0
    throw isFiltered ? faultOfFilter(error) : error
  })
  return docs.map(({ id }) => id)
}

const readBatch = async (
  origin: PayloadRequest,
  collection: CollectionSlug,
  ids: (number | string)[],
  columns: ExportColumn[],
): Promise<Cell[][]> => {
  const req = await requestOf(origin)
  const { docs } = await req.payload.find({
    collection,
    where: { id: { in: ids } },
    select: Object.fromEntries(columns.map(({ path: [name = ''] }) => [name, true])) as never,
    populate: titlesOnly(req),
    limit: ids.length,
    pagination: false,
    depth: 1,
    req,
    overrideAccess: false,
  })
  const byId = new Map((docs as unknown as Document[]).map((document) => [document.id, document]))
  return ids.flatMap((id) => {
    const document = byId.get(id)
    if (!document) return []
    return [columns.map(({ path, field }) => presentCell(req, field, valueAt(document, path)))]
  })
}

/**
 * A list as CSV, piece by piece: headings first, then batches of rows, each read with the rights of who
 * asks. What was deleted since the ids were read is left out.
 */
export async function* exportList(
  req: PayloadRequest,
  collection: CollectionSlug,
  ids: (number | string)[],
  columns: ExportColumn[],
  delimiter: Delimiter,
): AsyncGenerator<string, undefined> {
  yield BOM + csvOf([columns.map(({ heading }) => heading)], delimiter)
  for (let start = 0; start < ids.length; start += BATCH) {
    const batch = ids.slice(start, start + BATCH)
    yield csvOf(await readBatch(req, collection, batch, columns), delimiter)
  }
}
