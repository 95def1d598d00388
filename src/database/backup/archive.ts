import { createReadStream } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip } from 'node:zlib'
import { create, extract } from 'tar'
import { checksum, filesUnder } from './checksum'
import { MANIFEST_FILE, MEDIA_FOLDER, TABLES_FOLDER, parseManifest } from './manifest'
import type { Manifest } from './manifest'

/** Packs a folder made by a backup into one file, which only its owner may read. */
export const pack = async (folder: string, file: string): Promise<void> => {
  const entries = [MANIFEST_FILE, TABLES_FOLDER, MEDIA_FOLDER]
  await create(
    { file, cwd: folder, gzip: true, portable: true, strict: true, mode: 0o600 },
    entries,
  )
}

const isOurs = (path: string): boolean =>
  [MANIFEST_FILE, TABLES_FOLDER, MEDIA_FOLDER].includes(path.split('/')[0] ?? '')

/** Whether the folder has exactly the manifest's files, each with the bytes that it had. */
const verify = async (folder: string, manifest: Manifest): Promise<void> => {
  const wanted = new Map([
    ...manifest.tables.map(({ file, sha256 }): [string, string] => [file, sha256]),
    ...manifest.media.map(({ path, sha256 }): [string, string] => [
      `${MEDIA_FOLDER}/${path}`,
      sha256,
    ]),
  ])
  const found = (await filesUnder(folder)).filter((file) => file !== MANIFEST_FILE)
  const unknown = found.find((file) => !wanted.has(file))
  if (unknown) throw new Error(`it has a file that its manifest does not know: ${unknown}`)
  for (const [file, sha256] of wanted) {
    if (!found.includes(file)) throw new Error(`it lacks ${file}`)
    if ((await checksum(join(folder, file))) !== sha256) throw new Error(`${file} is not whole`)
  }
}

/** Decompresses a file to nowhere: compression carries checksums, and damage shows before any writing. */
const readThrough = (file: string): Promise<void> =>
  pipeline(
    createReadStream(file),
    createGunzip(),
    new Writable({
      write: (_chunk, _encoding, done) => {
        done()
      },
    }),
  )

/**
 * Unpacks an archive into an empty folder and compares every file with the manifest.
 * @throws {Error} when there is no such file, or it is damaged, or is no backup of Sehat's
 */
export const unpack = async (file: string, folder: string): Promise<Manifest> => {
  const found = await stat(file).catch(() => null)
  if (!found?.isFile()) throw new Error(`There is no file ${file}.`)
  try {
    await readThrough(file)
    await mkdir(folder, { recursive: true, mode: 0o700 })
    await extract({
      file,
      cwd: folder,
      strict: true,
      preserveOwner: false,
      filter: (path, entry) => isOurs(path) && ['File', 'Directory'].includes(kindOf(entry)),
    })
    const manifest = parseManifest(await readFile(join(folder, MANIFEST_FILE), 'utf8'))
    await verify(folder, manifest)
    return manifest
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(`${file} cannot be used: ${reason}.`, { cause: error })
  }
}

const kindOf = (entry: unknown): string => (entry as { type?: string }).type ?? ''
