import { z } from 'zod'

/** The layout of an archive; raised when an older `restore` could not read a newer one. */
export const FORMAT_VERSION = 1

/** The archive's table of contents: its first entry. */
export const MANIFEST_FILE = 'manifest.json'
/** The folder of the tables' rows in the archive. */
export const TABLES_FOLDER = 'tables'
/** The folder of the uploads in the archive. */
export const MEDIA_FOLDER = 'media'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const count = z.number().int().min(0)

const schema = z.object({
  format: z.literal('sehat-backup'),
  formatVersion: z.literal(FORMAT_VERSION),
  appVersion: z.string(),
  createdAt: z.iso.datetime(),
  /** In the order in which they ran. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: count,
      /** Relative to the archive; rows in COPY's text format. */
      file: z.string(),
      sha256,
    }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  /** Paths are relative to the media folder, with slashes. */
  media: z.array(z.object({ path: z.string(), bytes: count, sha256 })),
})

/** What an archive says of itself. */
export type Manifest = z.infer<typeof schema>
export type TableEntry = Manifest['tables'][number]
export type MediaEntry = Manifest['media'][number]

/**
 * Reads a manifest.
 * @throws {Error} when it is none, or one of a newer format
 */
export const parseManifest = (text: string): Manifest => {
  let content: unknown
  try {
    content = JSON.parse(text)
  } catch {
    throw new Error('its manifest is not readable')
  }
  const { formatVersion } = content as { formatVersion?: unknown }
  if (typeof formatVersion === 'number' && formatVersion > FORMAT_VERSION) {
    throw new Error('it was made by a newer version of Sehat')
  }
  const parsed = schema.safeParse(content)
  if (!parsed.success) throw new Error('its manifest is not one of a Sehat backup')
  return parsed.data
}

/** Whoever migrated the database last, in the order in which that happened. */
export const RECORDED_MIGRATIONS = 'SELECT name FROM public.payload_migrations ORDER BY id'
