import { z } from 'zod'

/** What the import of obat takes and answers: the endpoint parses with these, the panel is typed by them. */

const TEXT_MAX = 5 * 1024 * 1024
/** Rows, changes and errors that an answer lists one by one; its counts are of all. */
export const LISTED_MAX = 200

const truth = z
  .union([z.boolean(), z.enum(['true', 'false', '1', '0'])], { error: 'dryRun tidak valid.' })
  .transform((value) => value === true || value === 'true' || value === '1')

export const importBody = z.object({
  csv: z
    .string({ error: 'csv harus berupa teks.' })
    .max(TEXT_MAX, 'csv terlalu panjang.')
    .optional()
    .describe('The list as text, in the place of `file`.'),
  dryRun: truth
    .default(false)
    .describe('true: says what would be done, or what is wrong, and does nothing.'),
  fingerprint: z
    .string()
    .max(64, 'fingerprint tidak valid.')
    .optional()
    .describe('Of a preview: with another outcome than it had, nothing is done.'),
})

const rowError = z.object({
  row: z.int().describe('As a spreadsheet counts; the headings are 1.'),
  column: z.string().nullable().describe('As the file calls it; null: the whole row.'),
  message: z.string(),
})

const word = z.union([z.string(), z.number(), z.boolean()]).nullable()

const change = z.object({
  row: z.int(),
  id: z.int(),
  name: z.string(),
  fields: z.array(z.object({ field: z.string(), from: word, to: word })),
})

const creation = z.object({
  row: z.int(),
  name: z.string(),
  sku: z.string().nullable(),
  price: z.int(),
  stock: z.int(),
})

export const importAnswer = z
  .object({
    applied: z.boolean().describe('Whether it was done.'),
    fingerprint: z.string().describe('Of what would be done.'),
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    stockIgnored: z
      .int()
      .describe(
        'Known obat whose stock the list has otherwise: it stays, stock moves by movements.',
      ),
    failed: z.int().describe('Errors; with one of them nothing can be imported.'),
    newCategories: z.array(z.string()),
    creates: z.array(creation).describe(`The first ${LISTED_MAX}.`),
    updates: z.array(change).describe(`The first ${LISTED_MAX}.`),
    errors: z.array(rowError).describe(`The first ${LISTED_MAX}.`),
  })
  .meta({ id: 'ObatImport' })
export type ImportAnswer = z.infer<typeof importAnswer>
