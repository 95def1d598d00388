import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'

/** The SHA-256 of a file, in hexadecimal digits. */
export const checksum = async (file: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** The regular files under a folder, sorted; relative to it, with slashes. Links are left out. */
export const filesUnder = async (folder: string): Promise<string[]> => {
  const found: string[] = []
  const visit = async (inner: string): Promise<void> => {
    for (const entry of await readdir(inner, { withFileTypes: true })) {
      const path = join(inner, entry.name)
      if (entry.isDirectory()) await visit(path)
      else if (entry.isFile()) found.push(relative(folder, path).split(sep).join('/'))
    }
  }
  await visit(folder)
  return found.sort()
}
