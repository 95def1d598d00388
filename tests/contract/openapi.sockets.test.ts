import { expect, it } from 'vitest'

import { buildDocument } from '@/server/apiDocs/document'

import { testPayload } from '../support/payload'

/** contracts/README, "consultation": what goes over sockets. */
const SENT = {
  join_consultation: '{consultation_id, after?}',
  leave_consultation: '{consultation_id}',
  typing_start: '{consultation_id}',
  typing_stop: '{consultation_id}',
  send_message: '{consultation_id, content?, client_id?, attachment?}',
  message_read: '{consultation_id, seq}',
}
const HEARD = [
  ...['new_message', 'user_joined', 'user_left', 'typing_start', 'typing_stop', 'message_read'],
  ...['consultation_status_update', 'consultation_expiring', 'new_consultation', 'presence'],
  ...['payment_updated', 'notification'],
]

it('tells what may be sent and heard over sockets', async () => {
  const { info } = await buildDocument(await testPayload(), '1.0.0')
  const [, sent = '', heard = ''] = info.description.split(/^\| (?:sent|heard) by clients.*$/m)
  const fields = [...sent.matchAll(/^\| `(\w+)` \| `([^`]+)` \| \S/gm)].map(([, ...row]) => row)
  expect(Object.fromEntries(fields)).toEqual(SENT)
  const names = [...heard.matchAll(/^\| `(\w+)` \| \S/gm)].map(([, name]) => name)
  expect(names).toEqual(expect.arrayContaining(HEARD))
})
