import type { ChildProcess } from 'node:child_process'
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { freePort } from './ports'

const PROGRAM = fileURLToPath(new URL('bucket.program.ts', import.meta.url))
const BUCKET = 'sehat'
/** How it keeps what an object holds. */
const OBJECT = '._S3rver_object'

/** A bucket of a test's own, in an S3 that can be killed and started again. */
export const startBucket = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'sehat-bucket-'))
  const port = await freePort()
  const launch = async (): Promise<ChildProcess> => {
    const child = fork(PROGRAM, [folder, String(port), BUCKET], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    await once(child, 'message')
    return child
  }
  let child = await launch()
  const kill = async (): Promise<void> => {
    const exited = once(child, 'exit')
    child.kill('SIGKILL')
    await exited
  }
  return {
    env: {
      S3_BUCKET: BUCKET,
      S3_ENDPOINT: `http://127.0.0.1:${port}`,
      S3_ACCESS_KEY_ID: 'S3RVER',
      S3_SECRET_ACCESS_KEY: 'S3RVER',
    },
    /** The names of what is in it. */
    names: async (): Promise<string[]> =>
      (await readdir(join(folder, BUCKET)))
        .filter((name) => name.endsWith(OBJECT))
        .map((name) => name.slice(0, -OBJECT.length))
        .sort(),
    kill,
    restart: async (): Promise<void> => {
      child = await launch()
    },
    stop: async (): Promise<void> => {
      if (child.exitCode === null && child.signalCode === null) await kill()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
