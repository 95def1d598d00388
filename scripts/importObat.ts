/**
 * `npm run obat:import -- list.csv [--check]`: brings a shop's list of obat into the database, all of
 * it or nothing. With `--check` it only says what would change. Columns, numbers and what an empty
 * cell means: `src/plugins/pharmacy/operations/parseObatCsv.ts`; an example is
 * `src/plugins/pharmacy/demo/obat.csv`.
 *
 * It works on the database that the environment names, like the server, which may keep running.
 * Exit codes: 0 done, 1 refused (nothing was changed), 2 called wrongly.
 */
import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'

import type { PayloadRequest } from 'payload'
import { createLocalReq, getPayload } from 'payload'

import { decodeCsv } from '@/plugins/pharmacy/csv/decode'
import type { ObatRow, RowError } from '@/plugins/pharmacy/csv/types'
import { importObat } from '@/plugins/pharmacy/operations/importObat'
import { parseObatCsv } from '@/plugins/pharmacy/operations/parseObatCsv'
import { planObatImport } from '@/plugins/pharmacy/operations/planObatImport'

const USAGE = 'Pemakaian: npm run obat:import -- daftar.csv [--check]'
const PROGRESS_EVERY = 50

class Refused extends Error {}

const lineOf = ({ row, column, message }: RowError): string =>
  `  baris ${row}${column ? `, kolom ${column}` : ''}: ${message}`

const refuse = (errors: RowError[]): never => {
  const lines = errors.map(lineOf).join('\n')
  throw new Refused(`Tidak ada yang diimpor, ${errors.length} kesalahan:\n${lines}`)
}

const readList = async (file: string): Promise<ObatRow[]> => {
  const bytes = await readFile(file).catch((error: unknown) => {
    const { code, message } = error as NodeJS.ErrnoException
    throw new Refused(`Berkas ${file} tidak dapat dibaca (${code ?? message}).`)
  })
  const text = decodeCsv(bytes)
  if (text === null) {
    throw new Refused(`${file} bukan UTF-8. Simpan lagi sebagai "CSV UTF-8" dari lembar kerja.`)
  }
  const { rows, errors } = parseObatCsv(text)
  return errors.length > 0 ? refuse(errors) : rows
}

const stockNote = (count: number): string =>
  count === 0 ? '' : `\nStok ${count} obat berbeda dari daftar dan tidak diubah: pakai mutasi stok.`

const check = async (req: PayloadRequest, rows: ObatRow[]): Promise<string> => {
  const plan = await planObatImport(req, rows)
  if (plan.errors.length > 0) refuse(plan.errors)
  return [
    ...plan.newCategories.map(({ name }) => `+ kategori ${name}`),
    ...plan.creates.map(
      ({ row, name, stock }) => `+ baris ${row}: ${name}, stok awal ${stock ?? 0}`,
    ),
    ...plan.updates.map(({ row, changes }) => {
      const values = Object.entries(changes).map(([name, value]) => `${name} = ${value}`)
      return `~ baris ${row.row}: ${row.name}: ${values.join('; ')}`
    }),
    `Akan dibuat ${plan.creates.length}, diubah ${plan.updates.length}, ` +
      `sama ${plan.unchanged}.${stockNote(plan.stockIgnored)}`,
  ].join('\n')
}

const load = async (req: PayloadRequest, rows: ObatRow[]): Promise<string> => {
  const result = await importObat(req, rows, (done, total) => {
    if (done % PROGRESS_EVERY === 0) console.log(`${done} dari ${total} …`)
  })
  if (result.errors.length > 0) refuse(result.errors)
  return (
    `Dibuat ${result.created}, diubah ${result.updated}, ` +
    `sama ${result.unchanged}.${stockNote(result.stockIgnored)}`
  )
}

const run = async (file: string, isCheck: boolean): Promise<string> => {
  const rows = await readList(file)
  const { default: config } = await import('@payload-config')
  // Without onInit: seeding and sweeping are the server's.
  const payload = await getPayload({ config, disableOnInit: true })
  try {
    const req = await createLocalReq({}, payload)
    return await (isCheck ? check : load)(req, rows)
  } finally {
    await payload.destroy()
  }
}

const readArguments = () => {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { check: { type: 'boolean', default: false } },
    })
    const [file, ...more] = positionals
    return file && more.length === 0 ? { file, isCheck: values.check } : null
  } catch {
    return null
  }
}

const asked = readArguments()
if (!asked) {
  console.error(USAGE)
  process.exit(2)
}
try {
  console.log(await run(asked.file, asked.isCheck))
  process.exit(0)
} catch (error) {
  if (!(error instanceof Refused)) throw error
  console.error(error.message)
  process.exit(1)
}
