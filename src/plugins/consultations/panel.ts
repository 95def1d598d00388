import type { PanelAdditions } from '@/lib/panel/addToPanel'

import { panelRefusals } from './panelRefusals'
import { scheduleMenu, scheduleViews } from './schedulePage'
import { statisticsHome } from './statisticsHome'

/** What consultations add to the panel. */
export const consultationsPanel: PanelAdditions = {
  refusals: panelRefusals,
  menu: scheduleMenu,
  home: statisticsHome,
  views: scheduleViews,
}
