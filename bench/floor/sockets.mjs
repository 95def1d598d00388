/**
 * The floor of the chat: bare Socket.IO and one INSERT for each message. Who connects is checked as over
 * HTTP; then nothing is: no participant, no time, no numbers, no rates, no marks, no other instance.
 */
import { Server } from 'socket.io'

import { pool } from './database.mjs'
import { findSession } from './session.mjs'

const CREATE = `CREATE TABLE IF NOT EXISTS floor_messages (
  id bigserial PRIMARY KEY, consultation_id integer NOT NULL, sender_id integer NOT NULL,
  content varchar NOT NULL, client_id varchar, created_at timestamptz NOT NULL DEFAULT now())`
const INSERT = {
  name: 'insert-message',
  text: `INSERT INTO floor_messages (consultation_id, sender_id, content, client_id)
         VALUES ($1, $2, $3, $4) RETURNING id, consultation_id, sender_id, content, client_id, created_at`,
}

export const serveSockets = async (server) => {
  await pool.query(CREATE)
  const io = new Server(server, { serveClient: false })
  io.use((socket, next) => {
    findSession(`Bearer ${socket.handshake.auth.token}`).then(
      (user) => {
        socket.data.user = user
        next(user ? undefined : new Error('Unauthenticated.'))
      },
      (error) => next(error),
    )
  })
  io.on('connection', (socket) => {
    const room = ({ consultation_id }) => `consultation:${consultation_id}`
    socket.on('join_consultation', (data, answer) => {
      void socket.join(room(data))
      answer({ ok: true })
    })
    socket.on('send_message', (data, answer) => {
      const { consultation_id, content, client_id } = data
      const values = [consultation_id, socket.data.user.id, content, client_id]
      pool.query({ ...INSERT, values }).then(
        ({ rows: [message] }) => {
          answer({ ok: true, data: message })
          io.to(room(data)).emit('new_message', message)
        },
        (error) => {
          console.error(error)
          answer({ ok: false })
        },
      )
    })
  })
}
