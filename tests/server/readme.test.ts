import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import type { RunningServer } from '../support/server'
import { startServer } from '../support/server'

const run = promisify(execFile)

/** The README's lines for a patient's app and for GraphQL, as one script, as a reader pastes them. */
const pasted = async (url: string): Promise<string> => {
  const text = await readFile('README.md', 'utf8')
  const blocks = [...text.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block ?? '')
  const calls = blocks.filter((block) => block.includes('curl'))
  return calls.join('\n').replaceAll('localhost:3000', new URL(url).host)
}

/** The JSON answers that were printed, one after the other. */
const answersIn = (output: string): unknown[] =>
  output
    .replaceAll('}{', '}\n{')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as unknown)

describe('README: ten minutes', () => {
  let server: RunningServer
  let folder: string

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'sehat-readme-'))
    const env = { SEHAT_DATA_DIR: join(folder, 'data'), MEDIA_DIR: join(folder, 'media') }
    server = await startServer({ databaseUrl: '', env })
  })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true, force: true })
  })

  it('works as pasted, on the demonstration’s data', async () => {
    const { stdout } = await run('bash', ['-euc', await pasted(server.url)])
    const [search, order, notice, course, graphql] = answersIn(stdout)
    expect(search).toMatchObject({ totalDocs: expect.any(Number), docs: { length: 3 } })
    expect(order).toMatchObject({
      success: true,
      data: { id: expect.any(Number), total_price: 9000, payment_method: 'bank_transfer' },
    })
    const { id } = (order as { data: { id: number } }).data
    expect(notice).toMatchObject({
      success: true,
      data: { id, payment_details: { bank: 'BCA' } },
    })
    expect(course).toMatchObject({
      data: { order: { status: 'PENDING', discount: 40_000, amount: 160_000 } },
    })
    expect(graphql).toMatchObject({ data: { Obats: { docs: { length: 3 } } } })
  })
})
