import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'

import type { PayloadRequest } from 'payload'

import type { Obat } from '@/payload-types'
import { importObat } from '@/plugins/pharmacy/operations/importObat'
import { parseObatCsv } from '@/plugins/pharmacy/operations/parseObatCsv'

const OBAT_FILE = fileURLToPath(new URL('../../plugins/pharmacy/demo/obat.csv', import.meta.url))

/** The shop's obat by SKU. */
export type Shelves = ReadonlyMap<string, Obat>

/** Loads the demonstration's list of obat, as `npm run obat:import` would. */
export const fillShelves = async (req: PayloadRequest): Promise<Shelves> => {
  const { rows, errors } = parseObatCsv(await readFile(OBAT_FILE, 'utf8'))
  if (errors.length > 0) throw new Error(`The demonstration's list of obat has faults.`)
  const result = await importObat(req, rows)
  if (result.errors.length > 0) throw new Error(`The demonstration's obat could not be loaded.`)
  const { docs } = await req.payload.find({
    collection: 'obat',
    pagination: false,
    sort: 'id',
    depth: 0,
    req,
    overrideAccess: true,
  })
  return new Map(docs.map((obat) => [obat.sku ?? '', obat]))
}

export const bySku = (shelves: Shelves, sku: string): Obat => {
  const obat = shelves.get(sku)
  if (!obat) throw new Error(`The demonstration has no ${sku}.`)
  return obat
}
