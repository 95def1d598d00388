import type { Called } from '@/lib/panel/callApi'
import { callApi } from '@/lib/panel/callApi'

import type { FoundObat } from './basket'

const SHOWN = 8
const FIELDS = [
  'name',
  'sku',
  'price',
  'stock',
  'unit',
  'drugClass',
  'requiresPrescription',
  'active',
]

type Found = Called<{ docs: FoundObat[] }>

const find = async (
  where: Record<string, string>,
  limit: number,
  signal?: AbortSignal,
): Promise<Found> => {
  const query = new URLSearchParams({ depth: '0', limit: String(limit), sort: 'name' })
  for (const field of FIELDS) query.set(`select[${field}]`, 'true')
  for (const [path, value] of Object.entries(where)) query.set(`where[and]${path}`, value)
  return callApi(`/api/obat?${query}`, signal ? { signal } : {})
}

const ACTIVE = { '[0][active][equals]': 'true' }

/** What is sold and has these words in its name, or this part in its SKU or barcode. */
export const searchObat = async (text: string, signal?: AbortSignal): Promise<Found> =>
  find(
    {
      ...ACTIVE,
      '[1][or][0][name][like]': text,
      '[1][or][1][sku][like]': text,
      '[1][or][2][barcode][like]': text,
    },
    SHOWN,
    signal,
  )

/** What is sold and has exactly this barcode or SKU. */
export const findByCode = async (code: string): Promise<Found> =>
  find({ ...ACTIVE, '[1][or][0][barcode][equals]': code, '[1][or][1][sku][equals]': code }, 1)

/** The same obat as they are now; those that are not sold any more are missing. */
export const findAgain = async (ids: readonly number[]): Promise<Found> =>
  find({ ...ACTIVE, '[1][id][in]': ids.join(',') }, ids.length)
