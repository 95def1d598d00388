import { randomUUID } from 'node:crypto'

import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'

import { withTransaction } from '@/database/transactions'
import type { Notice } from '@/plugins/notifications'
import { notify } from '@/plugins/notifications'
import { tell, userRoom } from '@/plugins/realtime'
import { openSockets } from '@/plugins/realtime/testing'

import { graphql } from '../support/api'
import { person, rows } from '../support/apotek'
import { atOnce, rest } from '../support/generated'
import { systemRequest, testPayload } from '../support/payload'
import type { Person } from '../support/people'

type Entry = { id: number; title: string; readAt: string | null; data: unknown }

let house: Awaited<ReturnType<typeof openSockets>>
beforeAll(async () => {
  house = await openSockets(await testPayload())
})
afterAll(() => house.close())

const notice = (user: number, more: Partial<Notice> = {}): Notice => ({
  user,
  kind: 'test',
  title: 'Pembayaran diterima',
  body: 'Terima kasih.',
  key: randomUUID(),
  ...more,
})
const told = async (user: number, more: Partial<Notice> = {}): Promise<void> =>
  notify(await systemRequest(), notice(user, more))

const inbox = async (who: Person): Promise<Entry[]> =>
  (await rest<Entry>('GET', '/notifications?depth=0', who)).body.docs
const unread = async (who: Person) =>
  (await rest<{ unread: number }>('GET', '/notifications/unread', who)).body

/** Somebody who listens; what they heard of their inbox so far, and then it is forgotten. */
const listener = async ({ id, token }: Person) => {
  const { socket, heard } = await house.connect(token)
  return async (): Promise<unknown[]> => {
    const marked = new Promise((resolve) => {
      socket.once('marker', resolve)
    })
    await tell(await systemRequest(), userRoom(id), 'marker', {})
    await marked
    return heard.splice(0).filter(([event]) => event.startsWith('notification'))
  }
}

describe('what happened', () => {
  it('is told once, though fifty tell it at once: one entry, one event, one mail', async () => {
    const payload = await testPayload()
    const who = await person('patient')
    const heard = await listener(who)
    const sendEmail = vi.spyOn(payload, 'sendEmail').mockResolvedValue(undefined)
    try {
      const same = notice(who.id, { byMail: true, data: { order: 7 } })
      await atOnce(50, async () => {
        const req = await systemRequest()
        await withTransaction(req, () => notify(req, same))
      })
      const entries = await inbox(who)
      expect(entries).toHaveLength(1)
      expect(entries[0]).toMatchObject({
        title: same.title,
        body: same.body,
        kind: 'test',
        data: { order: 7 },
      })
      // Names a happening of the house, and is nobody's to see.
      expect(entries[0]).not.toHaveProperty('key')
      expect(await heard()).toEqual([['notification', { id: entries[0]?.id }]])
      expect(sendEmail).toHaveBeenCalledOnce()
      expect(sendEmail).toHaveBeenCalledWith({
        to: who.email,
        subject: same.title,
        text: `Halo ${who.name},\n\n${same.body}\n`,
      })
    } finally {
      sendEmail.mockRestore()
    }
  })

  it('is not told when it did not happen', async () => {
    const who = await person('patient')
    const heard = await listener(who)
    const req = await systemRequest()
    const failing = withTransaction(req, async () => {
      await notify(req, notice(who.id))
      throw new Error('no')
    })
    await expect(failing).rejects.toThrow('no')
    expect(await inbox(who)).toEqual([])
    expect(await heard()).toEqual([])
  })

  it('is told nobody who is gone, and ends no transaction', async () => {
    const req = await systemRequest()
    await withTransaction(req, async () => {
      await notify(req, notice(2_000_000_000))
      await notify(req, notice((await person('patient')).id))
    })
  })

  it('goes with its user', async () => {
    const payload = await testPayload()
    const who = await person('patient')
    await told(who.id)
    await payload.delete({ collection: 'users', id: who.id })
    expect(await rows('SELECT id FROM notifications WHERE user_id = $1', who.id)).toEqual([])
  })
})

describe('an inbox', () => {
  it('is marked read, and unread, by its owner alone; nothing else in it changes', async () => {
    const [who, stranger] = [await person('patient'), await person('patient')]
    await told(who.id)
    const [entry] = await inbox(who)
    const path = `/notifications/${entry?.id}`
    const change = { readAt: '2001-01-01T00:00:00.000Z', title: 'x', user: stranger.id, data: {} }
    expect([403, 404]).toContain((await rest('PATCH', path, stranger, change)).status)
    expect(await unread(who)).toEqual({ unread: 1 })

    const heard = await listener(who)
    const { status, body } = await rest<Entry>('PATCH', `${path}?depth=0`, who, change)
    expect(status).toBe(200)
    expect(body.doc).toEqual({
      ...entry,
      readAt: expect.any(String),
      updatedAt: expect.any(String),
    })
    // It was read now, whatever was sent, and not once more.
    expect(Date.parse(body.doc.readAt ?? '')).toBeGreaterThan(Date.parse('2020-01-01'))
    expect(await heard()).toEqual([['notifications-read', { id: entry?.id }]])
    const again = await rest<Entry>('PATCH', path, who, { readAt: '2030-01-01T00:00:00.000Z' })
    expect(again.body.doc.readAt).toBe(body.doc.readAt)
    expect(await heard()).toEqual([])
    expect(await unread(who)).toEqual({ unread: 0 })
    expect((await rest<Entry>('PATCH', path, who, { readAt: null })).body.doc.readAt).toBeNull()
    expect(await unread(who)).toEqual({ unread: 1 })
    expect((await rest('PATCH', path, who, { readAt: 'kemarin' })).status).toBe(400)
  })

  it('is read as a whole, each entry once, and nobody else’s', async () => {
    const [who, other] = [await person('cashier'), await person('admin')]
    for (const user of [who, who, other]) await told(user.id)
    const heard = await listener(who)
    const readAll = () => rest('POST', '/notifications/read-all', who)
    expect(await readAll()).toEqual({ status: 200, body: { message: 'OK', read: 2 } })
    expect(await heard()).toEqual([['notifications-read', {}]])
    expect(await readAll()).toEqual({ status: 200, body: { message: 'OK', read: 0 } })
    expect(await heard()).toEqual([])
    expect(await unread(who)).toEqual({ unread: 0 })
    expect(await unread(other)).toEqual({ unread: 1 })
  })

  it('is read over GraphQL too', async () => {
    const who = await person('editor')
    for (let count = 0; count < 3; count += 1) await told(who.id)
    const [entry] = await inbox(who)
    const mark = `mutation { updateNotification(id: ${entry?.id}, data: {
      readAt: "2001-01-01T00:00:00.000Z", title: "x" }) { title readAt } }`
    const { body: marked } = await graphql(mark, who)
    expect(marked).toEqual({
      data: { updateNotification: { title: 'Pembayaran diterima', readAt: expect.any(String) } },
    })
    const count = '{ countNotifications(where: { readAt: { exists: false } }) { totalDocs } }'
    expect((await graphql(count, who)).body).toEqual({
      data: { countNotifications: { totalDocs: 2 } },
    })
    const all = 'mutation { readAllNotifications }'
    expect((await graphql(all, who)).body).toEqual({ data: { readAllNotifications: 2 } })
    expect((await graphql(all)).body).toMatchObject({ errors: [{ message: 'Unauthenticated.' }] })
  })

  it('is nobody’s who is not signed in', async () => {
    expect((await rest('GET', '/notifications/unread')).status).toBe(401)
    expect((await rest('POST', '/notifications/read-all')).status).toBe(401)
  })
})
