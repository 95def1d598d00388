import type { CollectionAfterChangeHook } from 'payload'

import { notify } from '@/plugins/notifications'
import type { AgendaRegistration } from '@/payload-types'

/** The user reads in their inbox that they have a seat. */
export const tellConfirmed: CollectionAfterChangeHook<AgendaRegistration> = async ({
  doc,
  previousDoc,
  operation,
  req,
}) => {
  const was = operation === 'update' ? previousDoc.status : null
  if (doc.status !== 'CONFIRMED' || was === 'CONFIRMED') return doc
  const id = typeof doc.agenda === 'object' ? doc.agenda.id : doc.agenda
  const { title } = await req.payload.findByID({
    collection: 'agendas',
    id,
    select: { title: true },
    depth: 0,
    req,
    overrideAccess: true,
  })
  await notify(req, {
    user: typeof doc.user === 'object' ? doc.user.id : doc.user,
    kind: 'agenda-confirmed',
    title: 'Pendaftaran agenda dikonfirmasi',
    body: `Tempat Anda di agenda "${title}" sudah dikonfirmasi.`,
    data: { agenda_id: id },
    key: `agenda-confirmed:${doc.id}:${doc.confirmedAt ?? ''}`,
    byMail: true,
  })
  return doc
}
