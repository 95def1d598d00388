import { env } from '@/env'
import type { RunningSimulator } from '@/simulators/midtrans'
import { startSimulator } from '@/simulators/midtrans'

const KEY = Symbol.for('sehat.testSimulator')
type Holder = { [KEY]?: Promise<RunningSimulator> | undefined }
const holder = globalThis as Holder

const start = async (): Promise<RunningSimulator> => {
  const { serverKey, simulator } = env.midtrans
  if (!simulator) throw new Error('The worker has another gateway.')
  // Nobody is notified until a test says who (`notifyAt`); two minutes between tries are 0.12 ms.
  return startSimulator({ port: simulator.port, serverKey, notificationUrl: null, timeScale: 1e-6 })
}

/** The worker's Midtrans, which its configuration points at; started once, shared by the worker's files. */
export const testSimulator = async (): Promise<RunningSimulator> => (holder[KEY] ??= start())

/** Nobody listens there for the while; whoever comes back knows nothing of what was before. */
export const whileAway = async (work: () => Promise<void>): Promise<void> => {
  await (await testSimulator()).stop()
  holder[KEY] = undefined
  try {
    await work()
  } finally {
    await testSimulator()
  }
}
