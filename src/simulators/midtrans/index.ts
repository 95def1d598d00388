import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

import { getRequestListener } from '@hono/node-server'

import { createApp } from './app'
import { createBook } from './book'
import { createFaults } from './faults'
import { createNotifier } from './notifier'
import { presentOrder } from './present'
import type { Change, Fault } from './schemas'
import { createSimulator } from './simulator'

const HOST = '127.0.0.1'

export type SimulatorOptions = {
  /** 0 takes a free one. */
  port: number
  serverKey: string
  /** Where notifications go; null: nowhere. */
  notificationUrl: string | null
  /** Keeps what is held over restarts. */
  file?: string
  /** Notifications wait for `notifyAt`: who gets them is not listening yet. */
  isHeld?: boolean
  /** Of the minutes between two tries of a notification; 1 is Midtrans's own. */
  timeScale?: number
}

/**
 * Starts a local Midtrans, on loopback only.
 * @throws {Error} the system's own, when the port cannot be had
 */
export const startSimulator = async (options: SimulatorOptions) => {
  const { port, serverKey, file = null, isHeld = false, timeScale = 1 } = options
  let target = options.notificationUrl
  let url = ''
  const notificationUrl = () => target
  const baseUrl = () => url

  const server = createServer()
  server.listen(port, HOST)
  await once(server, 'listening')
  url = `http://${HOST}:${(server.address() as AddressInfo).port}`

  const book = createBook(file)
  const onChange = (orderId: string): void => {
    const order = book.byId(orderId)
    if (order) book.save(order)
  }
  const notifier = createNotifier({ url: notificationUrl, isHeld, timeScale, onChange })
  const simulator = createSimulator({ book, notifier, serverKey })
  const faults = createFaults()
  const app = createApp({ simulator, faults, serverKey, baseUrl, notificationUrl })
  // The process is shared: its Request and Response stay Node's own.
  const listener = getRequestListener(app.fetch, { overrideGlobalObjects: false })
  server.on('request', (incoming, outgoing) => void listener(incoming, outgoing))

  return {
    url,
    /** The other side's word on an order, as `POST /simulator/{order_id}`. */
    change: (orderId: string, change: Change): void => void simulator.change(orderId, change),
    /** As `POST /simulator/faults`. */
    fault: (fault: Fault): void => faults.add(fault),
    clearFaults: (): void => faults.clear(),
    /** As `GET /simulator/{order_id}`. */
    look: (orderId: string) => presentOrder(simulator.find(orderId), url),
    /** From now on notifications go there; null: nowhere. */
    notifyAt: (next: string | null): void => {
      target = next
      notifier.release()
    },
    /** Until every notification was answered, or given up. */
    notified: async () => notifier.settled(),
    stop: async (): Promise<void> => {
      faults.stop()
      simulator.stop()
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await Promise.all([closed, notifier.stop()])
    },
  }
}

export type RunningSimulator = Awaited<ReturnType<typeof startSimulator>>
