import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { connect, createServer } from 'node:net'

/**
 * A wire to a server, with an address that stays: it can be cut, and led to another server. Whoever comes
 * while there is none is hung up on.
 */
export const layWire = async () => {
  const ends = new Set<Socket>()
  let target: number | null = null
  const server = createServer((near) => {
    if (target === null) {
      near.destroy()
      return
    }
    const far = connect(target, '127.0.0.1')
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.setNoDelay(true)
      one.pipe(other)
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
    ends.add(near)
    near.on('close', () => ends.delete(near))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  /** Cuts every connection at once, without a word to either side. */
  const cut = (): void => {
    for (const end of ends) end.resetAndDestroy()
  }
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut,
    /** Leads new connections to a server, or nowhere. */
    lead: (url: string | null): void => {
      target = url === null ? null : Number(new URL(url).port)
    },
    close: async (): Promise<void> => {
      const closed = once(server, 'close')
      server.close()
      cut()
      await closed
    },
  }
}

export type Wire = Awaited<ReturnType<typeof layWire>>
