import { env } from '@/env'
import { startSimulator } from '@/simulators/midtrans'

import type { Lifecycle } from './lifecycle'
import { PlainFault, step } from './progress'

const NOTIFICATION_PATH = '/api/v1/payments/notification'

const cannotListen = (error: unknown, port: number): unknown =>
  (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
    ? new PlainFault(
        `Port ${port}, for the simulator of Midtrans, is already in use: choose another with MIDTRANS_SIMULATOR_PORT.`,
      )
    : error

/** On this machine, whatever address browsers use. */
const notificationUrl = (port: number): string => {
  const isEverywhere = env.host === '0.0.0.0' || env.host === '::'
  const host = isEverywhere ? '127.0.0.1' : env.host
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}${NOTIFICATION_PATH}`
}

/**
 * Plays Midtrans where there is no key for it.
 * @returns null where payments go elsewhere
 * @throws {PlainFault} when its port is taken
 */
export const startOwnSimulator = async (lifecycle: Lifecycle) => {
  const { serverKey, simulator } = env.midtrans
  if (!simulator) return null
  const held = { ...simulator, serverKey, notificationUrl: null, isHeld: true }
  const { url, notifyAt, stop } = await step('Midtrans simulator', async () =>
    startSimulator(held).catch((error: unknown) => {
      throw cannotListen(error, simulator.port)
    }),
  )
  lifecycle.onStop('Midtrans simulator', stop)
  return {
    url,
    /** The server listens: from now on it is notified, also of what it missed. */
    notify: (port: number): void => notifyAt(notificationUrl(port)),
  }
}
