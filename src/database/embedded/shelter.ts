import { createHash } from 'node:crypto'
import { chownSync, lstatSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A stable path under the system's temporary folder for something that lives at `original`. */
export const shelterPath = (prefix: string, original: string): string => {
  const hash = createHash('sha256').update(realpathSync(original)).digest('hex').slice(0, 16)
  return join(realpathSync(tmpdir()), `${prefix}-${hash}`)
}

/**
 * Makes a folder under the temporary one, or takes the one that is there if it is ours. Others may
 * write into the temporary folder too, so a folder of theirs, or a link of theirs, is refused.
 * @throws {Error} when the path belongs to somebody else
 */
export const claimShelter = (
  path: string,
  owner: { uid: number; gid: number } | null,
  mode: number,
): void => {
  const self = process.getuid?.() ?? 0
  try {
    mkdirSync(path, { mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  const found = lstatSync(path)
  // A folder that is root's own was made by an earlier start that died before the next line.
  const isOurs = found.isDirectory() && [self, owner?.uid ?? self].includes(found.uid)
  const isClosed = process.platform === 'win32' || (found.mode & 0o022) === 0
  if (!isOurs || !isClosed) {
    throw new Error(
      `${path} belongs to somebody else (user ${found.uid}): remove it, ` +
        'or set SEHAT_DATA_DIR to another folder.',
    )
  }
  if (owner && found.uid !== owner.uid) chownSync(path, owner.uid, owner.gid)
}
