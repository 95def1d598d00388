import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'
import { languageOf } from '@/lib/panel/said'

import { SCHEDULE_ROLES, SCHEDULE_TITLE } from '../../schedulePage'
import { Schedule } from './Schedule'
import { WORDS } from './words'

/** The doctor that the signed-in user is. */
const ownDoctor = async ({ initPageResult: { req } }: AdminViewServerProps) => {
  if (!req.user) return null
  const { docs } = await req.payload.find({
    collection: 'doctors',
    where: { user: { equals: req.user.id } },
    select: { name: true },
    limit: 1,
    depth: 0,
    req,
    overrideAccess: false,
  })
  return docs[0]?.id ?? null
}

/** `/admin/jadwal`: a doctor's own hours. */
export const SchedulePage = async (view: AdminViewServerProps) => {
  const id = await ownDoctor(view)
  const words = WORDS[languageOf(view.initPageResult.req.i18n)]
  return (
    <StaffPage roles={SCHEDULE_ROLES} title={SCHEDULE_TITLE} view={view}>
      {id === null ? <p>{words.noDoctor}</p> : <Schedule id={id} isPage />}
    </StaffPage>
  )
}
