import type { Role } from '@/access/roles'
import type { HomePart, MenuItem, PanelView } from '@/lib/panel/addToPanel'

const ROOMS = '@/plugins/consultations/admin/rooms'
const TITLE = { en: 'Consultation rooms', id: 'Ruang konsultasi' }
export const ROOM_ROLES: readonly Role[] = ['doctor']

/** Below the panel: the list of rooms, and one room at `…/<id>`. */
export const ROOMS_PATH = '/konsultasi'

export const roomsMenu: MenuItem[] = [
  {
    path: ROOMS_PATH,
    label: TITLE,
    roles: ROOM_ROLES,
    Badge: `${ROOMS}/RoomsBadge#RoomsBadge`,
  },
]

/** The rooms are a doctor's home. */
export const roomsHome: HomePart[] = [
  {
    slug: 'rooms',
    label: TITLE,
    roles: ROOM_ROLES,
    Component: `${ROOMS}/Rooms#Rooms`,
    width: 'full',
  },
]

export const roomViews: Record<string, PanelView> = {
  rooms: { path: ROOMS_PATH, title: TITLE, Component: `${ROOMS}/RoomsPage#RoomsPage` },
  room: {
    path: `${ROOMS_PATH}/:id`,
    title: { en: 'Consultation', id: 'Konsultasi' },
    Component: '@/plugins/consultations/admin/room/RoomPage#RoomPage',
  },
}
