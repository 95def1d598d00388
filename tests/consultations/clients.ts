import type { openSockets } from '@/plugins/realtime/testing'

import type { Message } from './room'

type House = Awaited<ReturnType<typeof openSockets>>
export type Client = Awaited<ReturnType<House['connect']>>
export type Heard = [event: string, data: Record<string, unknown>]

/** What a client has heard of one event, in order. */
export const heardOf = ({ heard }: Client, event: string): Record<string, unknown>[] =>
  (heard as Heard[]).filter(([name]) => name === event).map(([, data]) => data)

/** The numbers of the messages that a client was sent, in the order in which they came. */
export const seqsHeard = (client: Client): number[] =>
  heardOf(client, 'new_message').map(({ seq }) => seq as number)

/** Waits until a client has heard enough. */
export const until = async (client: Client, isEnough: () => boolean): Promise<void> => {
  if (isEnough()) return
  await new Promise<void>((resolve) => {
    const look = () => {
      // The list of what was heard is filled by a listener that comes before this one.
      if (!isEnough()) return
      client.socket.offAny(look)
      resolve()
    }
    client.socket.onAny(look)
  })
}

/** Waits until a client has heard `count` times of an event. */
export const untilHeard = async (client: Client, event: string, count = 1): Promise<void> =>
  until(client, () => heardOf(client, event).length >= count)

export type JoinedAnswer = {
  ok: boolean
  message?: string
  status: string
  participants: { id: number; name: string; role: string }[]
  messages: Message[]
  has_more: boolean
}

export const join = async (
  { ask }: Pick<Client, 'ask'>,
  consultation: number,
  after?: number,
): Promise<JoinedAnswer> =>
  (await ask('join_consultation', {
    consultation_id: consultation,
    ...(after === undefined ? {} : { after }),
  })) as JoinedAnswer

export const send = async (
  { ask }: Pick<Client, 'ask'>,
  consultation: number,
  content: string,
  rest: Record<string, unknown> = {},
): Promise<{ ok: boolean; message?: string; data: Message }> =>
  (await ask('send_message', { consultation_id: consultation, content, ...rest })) as {
    ok: boolean
    data: Message
  }
