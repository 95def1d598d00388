import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { StaffPage } from '@/lib/panel/StaffPage'

import { ROOM_ROLES, roomViews } from '../rooms/parts'
import { ChatRoom } from './ChatRoom'

const ID_MAX = 2_147_483_647

/** `/admin/konsultasi/<id>`: the doctor's side of a consultation. */
export const RoomPage = (view: AdminViewServerProps) => {
  const segments = view.params?.segments
  const id = Number(Array.isArray(segments) ? segments.at(-1) : NaN)
  if (!Number.isInteger(id) || id < 1 || id > ID_MAX) notFound()
  return (
    <StaffPage roles={ROOM_ROLES} title={roomViews.room?.title ?? { en: '', id: '' }} view={view}>
      <ChatRoom consultation={id} key={id} />
    </StaffPage>
  )
}
