import { constants } from 'node:fs'
import {
  copyFile,
  link,
  mkdir,
  readFile,
  readdir,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { checksum, filesUnder } from './checksum'
import type { MediaEntry } from './manifest'

/**
 * The folder inside the media folder in which a restore works. Inside, because the media folder may be
 * a mounted volume, which cannot be renamed itself and beside which lies another disk.
 */
export const WORK_FOLDER = '.restore'

const KEPT = [WORK_FOLDER, '.gitkeep']

/** Takes a stable copy of the uploads: by hard links, which cost no space, where the disk allows it. */
export const stageMedia = async (mediaDir: string, folder: string): Promise<MediaEntry[]> => {
  await mkdir(mediaDir, { recursive: true })
  await mkdir(folder, { recursive: true })
  const entries: MediaEntry[] = []
  for (const path of await filesUnder(mediaDir)) {
    if (KEPT.includes(path.split('/')[0] ?? '')) continue
    const target = join(folder, path)
    await mkdir(dirname(target), { recursive: true })
    try {
      await link(join(mediaDir, path), target)
    } catch (error) {
      // Deleted since it was listed: then nothing refers to it any more.
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue
      await copyFile(join(mediaDir, path), target, constants.COPYFILE_FICLONE)
    }
    entries.push({ path, bytes: (await stat(target)).size, sha256: await checksum(target) })
  }
  return entries
}

const OLD = 'old'
const STATE = 'state.json'
const MOVED_OUT = 'moved-out'

/** Which transaction decides whether the new uploads stay. */
export type SwapState = { database: string; transaction: string }

const moveAll = async (from: string, to: string): Promise<void> => {
  await mkdir(to, { recursive: true })
  for (const name of await readdir(from)) {
    if (!KEPT.includes(name)) await rename(join(from, name), join(to, name))
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Puts the unpacked uploads in the place of the present ones, which are kept in the work folder until
 * `keepNewMedia` or `bringBackOldMedia`. Notes each step first, so that it can be undone after any end.
 */
export const swapMedia = async (
  mediaDir: string,
  fresh: string,
  state: SwapState,
): Promise<void> => {
  const work = join(mediaDir, WORK_FOLDER)
  await writeFile(join(work, STATE), JSON.stringify(state))
  await moveAll(mediaDir, join(work, OLD))
  await writeFile(join(work, MOVED_OUT), '')
  await moveAll(fresh, mediaDir)
}

/** The note of a swap that was begun and neither kept nor undone; null when there is none. */
export const readSwapState = async (mediaDir: string): Promise<SwapState | null> => {
  const file = join(mediaDir, WORK_FOLDER, STATE)
  if (!(await exists(file))) return null
  return JSON.parse(await readFile(file, 'utf8')) as SwapState
}

/** Ends a swap: the new uploads stay. Also right when none was begun. */
export const keepNewMedia = (mediaDir: string): Promise<void> =>
  rm(join(mediaDir, WORK_FOLDER), { recursive: true, force: true })

/** Undoes a swap, however far it went. */
export const bringBackOldMedia = async (mediaDir: string): Promise<void> => {
  const work = join(mediaDir, WORK_FOLDER)
  if (await exists(join(work, MOVED_OUT))) {
    // Whatever lies in the media folder now is new.
    await moveAll(mediaDir, join(work, 'refused'))
    await rm(join(work, MOVED_OUT))
  }
  if (await exists(join(work, OLD))) await moveAll(join(work, OLD), mediaDir)
  await rm(work, { recursive: true, force: true })
}
