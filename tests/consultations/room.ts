import type { z } from 'zod'

import type { contractMessage } from '@/plugins/consultations/chatSchemas'
import { databaseOf, makeConsultation, makeDoctor } from '@/plugins/consultations/testing'

import { api } from '../support/api'
import { person } from '../support/apotek'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

export type Message = z.infer<typeof contractMessage>
type Body<Data> = {
  success: boolean
  message?: string
  data: Data
  errors?: Record<string, string[]>
}
export type Answered<Data> = { status: number; body: Body<Data>; headers: Headers }

/** A consultation, and the two who talk. */
export type Room = { id: number; patient: Person; doctor: Person; doctorName: string }

type Times = Omit<Parameters<typeof makeConsultation>[1], 'patient' | 'doctor'>

export const openRoom = async (times: Times = {}): Promise<Room> => {
  const database = databaseOf(await testPayload())
  const [patient, doctor] = [await person('patient'), await person('doctor')]
  const made = await makeDoctor(database, { user: doctor.id })
  const id = await makeConsultation(database, { patient: patient.id, doctor: made.id, ...times })
  return { id, patient, doctor, doctorName: made.name }
}

type Call = Parameters<typeof api>[2]

/** Calls an endpoint below `/api/chats`. */
export const chats = async <Data = Message>(
  method: 'GET' | 'POST',
  path: string,
  { token }: Pick<Person, 'token'>,
  options: Call = {},
): Promise<Answered<Data>> => api(method, `/chats${path}`, { token, ...options })

/** Sends a message over HTTP. */
export const say = async (
  { id }: Pick<Room, 'id'>,
  sender: Pick<Person, 'token'>,
  content: unknown,
  rest: Record<string, unknown> = {},
): Promise<Answered<Message>> =>
  chats('POST', '/messages', sender, { body: { consultation_id: id, content, ...rest } })

/** Sends a message that must arrive. */
export const said = async (
  ...[room, sender, content, rest]: Parameters<typeof say>
): Promise<Message> => {
  const { status, body } = await say(room, sender, content, rest)
  if (status !== 201) throw new Error(`${status} ${JSON.stringify(body)}`)
  return body.data
}

export const history = async (
  { id }: Pick<Room, 'id'>,
  reader: Pick<Person, 'token'>,
  query = '',
): Promise<Answered<Message[]>> => chats('GET', `/consultation/${id}/messages${query}`, reader)
