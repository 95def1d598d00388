import type { PanelAdditions } from '@/lib/panel/addToPanel'

import { roomsHome, roomsMenu, roomViews } from './admin/rooms/parts'
import { panelRefusals } from './panelRefusals'
import { scheduleMenu, scheduleViews } from './schedulePage'
import { statisticsHome } from './statisticsHome'

/** What consultations add to the panel; the rooms are a doctor's home. */
export const consultationsPanel: PanelAdditions = {
  refusals: panelRefusals,
  menu: [...roomsMenu, ...scheduleMenu],
  home: [...roomsHome, ...statisticsHome],
  views: { ...roomViews, ...scheduleViews },
}
