import type { Config, Plugin } from 'payload'

import { addToPanel } from '@/lib/panel/addToPanel'
import type { Sweeper } from '@/lib/sweeper'

import { conversations } from './collections/conversations'
import { chatEndpoint } from './endpoints/chat'
import { usageEndpoint } from './endpoints/usage'
import { assistant } from './globals/assistant'
import { aboutPage } from './operations/aboutPage'
import type { AssistantOptions } from './options'
import { keepOptions } from './options'
import { panelRefusals } from './panelRefusals'
import { sweepers } from './sweeper'

/** The streaming assistant; contract clinic.md, `POST /api/chat`. */
export const assistantPlugin =
  (options: AssistantOptions): Plugin =>
  (config: Config): Config =>
    addToPanel(
      {
        ...config,
        collections: [...(config.collections ?? []), conversations],
        globals: [...(config.globals ?? []), assistant],
        endpoints: [...(config.endpoints ?? []), chatEndpoint, usageEndpoint],
        custom: {
          ...config.custom,
          ...keepOptions(options),
          assistantPage: aboutPage,
          sweepers: [...((config.custom?.sweepers ?? []) as Sweeper[]), ...sweepers],
        },
      },
      { refusals: panelRefusals },
    )
