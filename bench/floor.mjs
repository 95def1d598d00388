/**
 * The floor: what the same work costs without a framework. Node's HTTP server and `pg`, the same
 * statements on the same database, the same checks of token and session, the same JSON; no access
 * rules, hooks, validation, GraphQL, security headers or graceful shutdown.
 */
import { createServer } from 'node:http'

import { findObat, listObat } from './floor/catalogue.mjs'
import { login } from './floor/login.mjs'
import { listOrders, placeOrder } from './floor/orders.mjs'
import { findSession } from './floor/session.mjs'
import { serveSockets } from './floor/sockets.mjs'

const readBody = async (incoming) => {
  const chunks = []
  for await (const chunk of incoming) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8'))
}

const refused = { status: 401, body: { success: false, message: 'Unauthenticated.' } }
const found = (body) => ({ status: 200, body })

/** Each takes the signed-in user, the query and the body; `Obats` is a GraphQL page of the catalogue. */
const routes = {
  'GET /api/obat': async (user, query) => found(await listObat(query)),
  'GET /api/obat/:id': async (user, query, id) => found(await findObat(id)),
  'GET /api/apotek/orders': async (user, query) => found(await listOrders(user, query)),
  'POST /api/apotek/orders': async (user, query, body) => placeOrder(user, body),
  'POST /api/graphql': async (user, query, { variables }) =>
    found({ data: { Obats: await listObat(new URLSearchParams(variables)) } }),
}

const answerTo = async (incoming) => {
  const { pathname, searchParams } = new URL(incoming.url, 'http://localhost')
  if (pathname === '/ready') return found({ status: 'ready' })
  if (pathname === '/api/apotek/login') return login(await readBody(incoming))
  const user = await findSession(incoming.headers.authorization)
  if (!user) return refused
  const [, id] = /^\/api\/obat\/(\d+)$/.exec(pathname) ?? []
  if (id) return routes['GET /api/obat/:id'](user, searchParams, id)
  const body = incoming.method === 'POST' ? await readBody(incoming) : undefined
  return routes[`${incoming.method} ${pathname}`](user, searchParams, body)
}

const server = createServer((incoming, outgoing) => {
  const send = ({ status, body }) => {
    const text = JSON.stringify(body)
    outgoing.writeHead(status, {
      'Content-Type': 'application/json',
      'Content-Length': Buffer.byteLength(text),
    })
    outgoing.end(text)
  }
  answerTo(incoming).then(send, (error) => {
    console.error(error)
    send({ status: 500, body: { message: 'Terjadi kesalahan pada server.' } })
  })
})

await serveSockets(server)
server.listen(Number(process.env.PORT), '127.0.0.1')
process.on('SIGTERM', () => process.exit(0))
