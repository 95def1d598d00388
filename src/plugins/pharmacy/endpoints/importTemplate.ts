import { contractEndpoint } from '@/lib/contractEndpoint'
import { BOM, csvHeaders, csvOf, delimiterQuery } from '@/lib/csv'
import { generatedEnvelope } from '@/lib/generatedEnvelope'
import { z } from 'zod'

import { COLUMNS } from '../csv/columns'
import type { Column } from '../csv/columns'

const EXAMPLE: Record<Column, string> = {
  name: 'Paracetamol 500 mg tablet',
  sku: 'OBT-0001',
  barcode: '2000000000015',
  category: 'Analgesik & antipiretik',
  drug_class: 'bebas',
  requires_prescription: 'tidak',
  price: '4500',
  unit: 'strip',
  stock: '240',
  low_stock_threshold: '40',
  bpom_number: 'GBL7000000110A1',
  description: 'Pereda nyeri dan penurun demam. Satu strip berisi 10 tablet.',
  active: 'ya',
}

/** `GET /api/obat/import-template`: every column, and one obat to show how they are filled in. */
export const importTemplateEndpoint = contractEndpoint(generatedEnvelope)({
  method: 'get',
  path: '/import-template',
  docs: { tag: 'obat', summary: 'A list of obat to fill in' },
  roles: ['admin'],
  query: z.object({ delimiter: delimiterQuery }),
  answers: { 200: { mediaType: 'text/csv' } },
  handle: async (_req, { query: { delimiter } }) => {
    const rows = [COLUMNS, COLUMNS.map((column) => EXAMPLE[column])]
    return Promise.resolve(
      new Response(BOM + csvOf(rows, delimiter), { headers: csvHeaders('obat.csv') }),
    )
  },
})
