import type { Config } from 'payload'
import { z } from 'zod'

import { describedEvents } from '@/plugins/realtime'

type Fields = { properties?: Record<string, unknown>; required?: string[] }

/** `{consultation_id, after?}` */
const fieldsOf = (schema: z.ZodType): string => {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as Fields
  const names = Object.keys(properties).map((name) => (required.includes(name) ? name : `${name}?`))
  return `\`{${names.join(', ')}}\``
}

const table = (head: string[], rows: string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** What may be sent and heard over sockets, in Markdown, made of what plugins declare; '' for nothing. */
export const socketsSection = (config: Pick<Config, 'custom'>): string => {
  const { sent, told } = describedEvents(config)
  if (sent.length === 0) return ''
  const sentRows = sent.map(({ name, schema, description = '' }) => [
    `\`${name}\``,
    fieldsOf(schema),
    description,
  ])
  const toldRows = told.map(({ name, description }) => [`\`${name}\``, description])
  return `
**Sockets** (Socket.IO) are at \`/socket.io/\`: a token in \`auth.token\`, or the cookie of a page of this
server. Each event takes one object and an acknowledgement, \`{ok: true, …}\` or
\`{ok: false, message, errors?}\`. A socket may send 60 messages at once, then 10 a second.

${table(['sent by clients', 'with', ''], sentRows)}

${table(['heard by clients', ''], toldRows)}
`.trim()
}
