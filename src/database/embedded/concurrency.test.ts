import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, expect, test } from 'vitest'
import { livingClaims, withLock } from './claims'
import { inspectProcess } from './processes'
import { cleanUp, makeFolder, postmasterPid, query, start, startElsewhere, until } from './testing'

afterEach(cleanUp)

test('of several processes that start at once, one starts and the others adopt', async () => {
  const folder = makeFolder()
  const starters = [1, 2, 3].map(() => startElsewhere(folder))
  const reports = await Promise.all(starters.map(({ report }) => report))

  expect(reports.filter(({ adopted }) => !adopted)).toHaveLength(1)
  expect(new Set(reports.map(({ url }) => url)).size).toBe(1)
  const url = reports[0]?.url ?? ''
  const pid = postmasterPid(reports[0]?.dataDir ?? '')

  // Whoever started it goes first: it must not take the server away from the others.
  const order = starters.toSorted((_a, b) => (reports[starters.indexOf(b)]?.adopted ? -1 : 1))
  for (const starter of order) {
    expect(await query(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
    await starter.finish()
  }
  expect(inspectProcess(pid)).toBeNull()
})

test('a server whose starter was killed is adopted, then stopped by the adopter', async () => {
  const folder = makeFolder()
  const starter = startElsewhere(folder)
  const { url, dataDir } = await starter.report
  const pid = postmasterPid(dataDir)
  process.kill(starter.pid, 'SIGKILL')
  await starter.finish()

  const adopter = await start(folder)

  expect(adopter).toMatchObject({ adopted: true, url })
  await adopter.stop()
  expect(inspectProcess(pid)).toBeNull()
})

test('a start that is killed in the midst of initdb leaves nothing half made', async () => {
  const halfMade = (folder: string): string[] =>
    existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('cluster.new-')) : []

  let folder: string
  do {
    folder = join(makeFolder(), 'data')
    const starter = startElsewhere(folder)
    await until(() => halfMade(folder).some((name) => existsSync(join(folder, name, 'base'))))
    // Its whole process group, initdb included, as a power cut would.
    process.kill(-starter.pid, 'SIGKILL')
    await starter.finish()
    // On a very slow moment the kill may come too late; then there is nothing to see. Again.
  } while (halfMade(folder).length === 0)
  expect(existsSync(join(folder, 'cluster'))).toBe(false)

  const server = await start(folder)

  expect(server.adopted).toBe(false)
  expect(halfMade(folder)).toEqual([])
  expect(await query(server.url, 'SELECT 1 AS one')).toEqual([{ one: 1 }])
})

test('the lock lets one in at a time', async () => {
  const folder = makeFolder()
  let inside = 0
  let most = 0
  const visit = () =>
    withLock(folder, async () => {
      most = Math.max(most, ++inside)
      await sleep(1)
      inside--
    })

  await Promise.all(Array.from({ length: 8 }, visit))

  expect(most).toBe(1)
  expect(readdirSync(folder)).toEqual([])
})

test('the lock is given back when the work fails', async () => {
  const folder = makeFolder()
  const failing = withLock(folder, () => Promise.reject(new Error('no')))

  await expect(failing).rejects.toThrow('no')
  expect(await withLock(folder, () => Promise.resolve('in'))).toBe('in')
})

test('claims of the dead, and of an earlier process with the same id, count for nothing', () => {
  const folder = makeFolder()
  mkdirSync(folder, { recursive: true })
  const own = inspectProcess(process.pid)?.started ?? ''
  writeFileSync(join(folder, `999999999-1-${'0'.repeat(16)}`), '')
  writeFileSync(join(folder, `${process.pid}-${own}-${'1'.repeat(16)}`), '')
  if (process.platform !== 'win32') {
    writeFileSync(join(folder, `${process.pid}-${own}9-${'2'.repeat(16)}`), '')
  }

  expect(livingClaims(folder, 'none')).toEqual([process.pid])
  expect(readdirSync(folder)).toEqual([`${process.pid}-${own}-${'1'.repeat(16)}`])
})
