import type { Payload, PayloadRequest } from 'payload'
import { createLocalReq, getPayload } from 'payload'

import { createDatabase } from './database'

const KEY = Symbol.for('sehat.testPayload')
type Holder = { [KEY]?: Promise<Payload> }

const load = async (): Promise<Payload> => {
  await createDatabase(`test_${process.pid}`)
  const { default: config } = await import('@payload-config')
  return getPayload({ config })
}

/** The worker's Payload, on a migrated database of its own; made once, shared by the worker's files. */
export const testPayload = async (): Promise<Payload> => ((globalThis as Holder)[KEY] ??= load())

/** A request of the system itself, as sweepers and scripts have it. */
export const systemRequest = async (): Promise<PayloadRequest> =>
  createLocalReq({}, await testPayload())
