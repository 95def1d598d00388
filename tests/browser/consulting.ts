import pg from 'pg'
import type { Socket } from 'socket.io-client'
import { io } from 'socket.io-client'

import { makeConsultation, makeDoctor } from '@/plugins/consultations/testing'

import type { House, Person } from './house'
import { openHouse } from './house'

type Ack = { ok: boolean; message?: string; data: { seq: number }; messages: { seq: number }[] }

/** A house with an admin, a doctor on duty and a patient; consultations are made in its database. */
export const openClinic = async (name: string) => {
  const house: House = await openHouse(name)
  const database = new pg.Pool({ connectionString: house.databaseUrl, max: 2 })
  await house.makePerson('admin', 'Ayu Lestari')
  const login = await house.makePerson('doctor', 'Rina Wijaya')
  const patient = await house.makePerson('patient', 'Gita Permata')
  const doctor = await makeDoctor(database, { user: login.id, name: 'dr. Rina Wijaya' })
  const sockets: Socket[] = []
  return {
    ...house,
    database,
    url: house.server.url,
    login,
    patient,
    doctor,
    /** @param startsIn seconds; @param of the patient */
    consult: async (startsIn = -60, of: Pick<Person, 'id'> = patient): Promise<number> =>
      makeConsultation(database, { patient: of.id, doctor: doctor.id, startsIn }),
    /** Somebody's message over HTTP. */
    say: async (consultation: number, content: string, { token }: Person = patient) =>
      house.call<{ data: { seq: number } }>(
        'POST',
        '/chats/messages',
        { consultation_id: consultation, content },
        token,
      ),
    /** The patient's app, in a room. */
    enterRoom: async (consultation: number, { token }: Person = patient) => {
      const socket = io(house.server.url, { auth: { token }, forceNew: true })
      sockets.push(socket)
      const heard: [event: string, data: Record<string, unknown>][] = []
      socket.onAny((event: string, data: Record<string, unknown>) => heard.push([event, data]))
      const ask = async (event: string, data: object): Promise<Ack> => {
        const answer = (await socket.emitWithAck(event, {
          consultation_id: consultation,
          ...data,
        })) as Ack
        if (!answer.ok) throw new Error(`${event}: ${answer.message}`)
        return answer
      }
      await ask('join_consultation', {})
      return { socket, heard, ask }
    },
    close: async () => {
      for (const socket of sockets) socket.disconnect()
      await database.end()
      await house.server.stop('SIGKILL')
    },
  }
}

export type Clinic = Awaited<ReturnType<typeof openClinic>>
