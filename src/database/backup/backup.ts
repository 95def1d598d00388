import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { pack, unpack } from './archive'
import { withClient } from './connection'
import { dump } from './dump'
import { FORMAT_VERSION, MANIFEST_FILE, MEDIA_FOLDER } from './manifest'
import type { Manifest } from './manifest'
import { stageMedia } from './media'

export type BackupOptions = {
  /** The database's address. */
  url: string
  mediaDir: string
  /** The archive to write, `….tar.gz`. It must not exist. */
  file: string
  appVersion: string
  log: (message: string) => void
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )

const collect = async (options: BackupOptions, folder: string): Promise<Manifest> => {
  const { url, mediaDir, appVersion, log } = options
  const createdAt = new Date().toISOString()
  // The rows first: an upload that they name was there before them.
  const tables = await withClient(url, (client) => dump(client, folder))
  const rows = tables.tables.reduce((sum, table) => sum + table.rows, 0)
  log(`Tables: ${tables.tables.length}, with ${rows} rows.`)

  const media = await stageMedia(mediaDir, join(folder, MEDIA_FOLDER))
  const bytes = media.reduce((sum, entry) => sum + entry.bytes, 0)
  log(`Uploads: ${media.length} files, ${(bytes / 1e6).toFixed(1)} MB.`)
  const head = {
    format: 'sehat-backup',
    formatVersion: FORMAT_VERSION,
    appVersion,
    createdAt,
  } as const
  return { ...head, ...tables, media }
}

/**
 * Writes database and uploads into one archive, while the application may go on working. The archive
 * is read back and compared before it gets its name: what has the name is whole.
 * @throws {Error} when the file exists, or anything cannot be read or written
 */
export const createBackup = async (options: BackupOptions): Promise<Manifest> => {
  const file = resolve(options.file)
  if (await exists(file)) throw new Error(`${file} exists already.`)
  await mkdir(dirname(file), { recursive: true })
  const work = await mkdtemp(`${file}.part-`)
  try {
    const folder = join(work, 'content')
    await mkdir(folder)
    const manifest = await collect(options, folder)
    await writeFile(join(folder, MANIFEST_FILE), JSON.stringify(manifest, null, 2))
    const packed = join(work, 'backup.tar.gz')
    await pack(folder, packed)
    options.log('Reading the archive back.')
    await unpack(packed, join(work, 'check'))
    await rename(packed, file)
    return manifest
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}
