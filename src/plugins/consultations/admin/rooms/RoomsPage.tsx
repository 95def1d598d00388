import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { ROOM_ROLES } from './parts'
import { Rooms } from './Rooms'
import { WORDS } from './words'

/** `/admin/konsultasi`: the doctor's home as a page of its own. */
export const RoomsPage = (view: AdminViewServerProps) => (
  <StaffPage roles={ROOM_ROLES} title={{ en: WORDS.en.title, id: WORDS.id.title }} view={view}>
    <Rooms />
  </StaffPage>
)
