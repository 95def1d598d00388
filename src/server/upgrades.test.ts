import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { connect } from 'node:net'

import { afterEach, describe, expect, it } from 'vitest'

import { createUpgrades } from './upgrades'

const ASK =
  'GET /_next/hmr HTTP/1.1\r\nHost: a\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n'

const servers: ReturnType<typeof createServer>[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

const listening = async (isDevelopment: boolean) => {
  const upgrades = createUpgrades(isDevelopment)
  const server = createServer().listen(0, '127.0.0.1')
  servers.push(server)
  upgrades.attach(server)
  await once(server, 'listening')
  const socket = connect((server.address() as AddressInfo).port, '127.0.0.1')
  socket.write(ASK)
  return { upgrades, server, socket }
}

describe('upgrades', () => {
  it('reach Next in development, and end with the server', async () => {
    const { upgrades, server, socket } = await listening(true)
    const [, upgraded] = (await once(upgrades.forNext, 'upgrade')) as [unknown, Socket]
    expect(upgraded.destroyed).toBe(false)

    const closed = new Promise((resolve) => server.close(resolve))
    upgrades.close()
    await closed
    expect(upgraded.destroyed).toBe(true)
    socket.destroy()
  })

  it('are refused in production, whatever Next listens for', async () => {
    const { upgrades, socket } = await listening(false)
    let heard = 0
    upgrades.forNext.on('upgrade', () => (heard += 1))
    const [answer] = (await once(socket, 'data')) as [Buffer]
    expect(answer.toString()).toMatch(/^HTTP\/1.1 404 /)
    expect(heard).toBe(0)
  })
})
