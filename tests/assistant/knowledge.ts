import { randomBytes } from 'node:crypto'

import type { PayloadRequest } from 'payload'
import { createLocalReq } from 'payload'

import { optionsOf } from '@/plugins/assistant/options'
import type { AssistantTool, Found } from '@/lib/assistantTool'
import { databaseOf, makeDoctor } from '@/plugins/consultations/testing'
import { makeBill } from '@/plugins/examinations/testing'
import { makeObat } from '@/plugins/pharmacy/testing'

import { person, placed, rows } from '../support/apotek'
import { insertAgenda, insertCourse } from '../support/courses'
import { orderTransaction } from '../support/orderTransaction'
import { testPayload } from '../support/payload'
import type { Person } from '../support/people'

/** A word of one test's own, by which it finds what it made. */
export const unique = (): string => `kata${randomBytes(5).toString('hex')}`

/** Rich text of one paragraph, as the editor keeps it. */
export const richText = (text: string) => ({
  root: {
    type: 'root',
    direction: null,
    format: '' as const,
    indent: 0,
    version: 1,
    children: [
      {
        type: 'paragraph',
        direction: null,
        format: '' as const,
        indent: 0,
        version: 1,
        children: [
          { type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 },
        ],
      },
    ],
  },
})

export const insertArticle = async ({
  title,
  excerpt = 'Ringkasan.',
  status = 'published',
  isTrashed = false,
}: {
  title: string
  excerpt?: string
  status?: 'published' | 'draft'
  isTrashed?: boolean
}): Promise<number> => {
  const [row] = await rows<{ id: number }>(
    `INSERT INTO news (title, slug, excerpt, _status, published_at, deleted_at)
     VALUES ($1, $2, $3, $4, now(), CASE WHEN $5 THEN now() END) RETURNING id`,
    title,
    `artikel-${unique()}`,
    excerpt,
    status,
    isTrashed,
  )
  return row!.id
}

/** What belongs to one patient, each part with a word by which it would be recognised. */
export const insertPatient = async (doctor: number) => {
  const patient = await person('patient')
  const obat = await makeObat(await testPayload(), { name: `Obat ${unique()}` })
  const order = await placed(patient, [{ obat_id: obat.id, quantity: 2 }])
  const transaction = await orderTransaction(order.id, patient.id)
  const notes = `catatan ${unique()}`
  const bill = await makeBill(databaseOf(await testPayload()), {
    patient: patient.id,
    doctor,
    notes,
  })
  return {
    ...patient,
    order: order.id,
    obat: obat.name,
    invoice: transaction.invoiceNumber,
    bill,
    notes,
  }
}
export type Patient = Awaited<ReturnType<typeof insertPatient>>

/** A clinic with something of everything: what all may see, and what they may not; all by one word. */
export const insertClinic = async () => {
  const payload = await testPayload()
  const word = unique()
  const doctorLogin = await person('doctor')
  const doctor = await makeDoctor(databaseOf(payload), {
    user: doctorLogin.id,
    name: `dr. Praktik ${word}`,
  })
  await makeDoctor(databaseOf(payload), {
    user: (await person('doctor')).id,
    name: `dr. Pensiun ${word}`,
    active: false,
  })
  await makeObat(payload, { name: `Terlihat ${word}`, drugClass: 'keras', stock: 7, price: 12_500 })
  await makeObat(payload, { name: `Ditarik ${word}`, active: false })
  await insertCourse({ title: `Kursus terbit ${word}` })
  await insertCourse({ title: `Kursus konsep ${word}`, isPublished: false })
  await insertAgenda({ title: `Agenda terbit ${word}`, capacity: 3 })
  await insertAgenda({ title: `Agenda konsep ${word}`, isPublished: false })
  await insertAgenda({ title: `Agenda lewat ${word}`, startsAt: '2020-01-01T02:00:00.000Z' })
  await insertArticle({ title: `Artikel terbit ${word}` })
  await insertArticle({ title: `Artikel konsep ${word}`, status: 'draft' })
  await insertArticle({ title: `Artikel dibuang ${word}`, isTrashed: true })
  return { word, doctor, doctorLogin }
}
export type Clinic = Awaited<ReturnType<typeof insertClinic>>

/** A request of somebody who is signed in, or of a guest. */
const requestOf = async (who: Pick<Person, 'id'> | null): Promise<PayloadRequest> => {
  const payload = await testPayload()
  if (!who) return createLocalReq({}, payload)
  const user = await payload.findByID({ collection: 'users', id: who.id, depth: 0 })
  return createLocalReq({ user: { ...user, collection: 'users' } }, payload)
}

const toolNamed = async (name: string): Promise<AssistantTool> => {
  const { tools } = optionsOf({ payload: await testPayload() })
  const tool = tools.find((one) => one.name === name)
  if (!tool) throw new Error(`no tool ${name}`)
  return tool
}

/** What a tool tells somebody. */
export const ask = async (
  who: Pick<Person, 'id'> | null,
  name: string,
  args: Record<string, unknown> = {},
): Promise<Found> => (await toolNamed(name)).run(await requestOf(who), args)
