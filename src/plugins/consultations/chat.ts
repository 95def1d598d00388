import type { Config } from 'payload'

import { withRefusals } from '@/lib/collectionRefusals'
import { addToPanel } from '@/lib/panel/addToPanel'
import type { Sweeper } from '@/lib/sweeper'

import * as errors from './chatErrors'
import { chatMutations } from './chatGraphql'
import { chatPanelRefusals } from './chatPanelRefusals'
import { withChatSockets } from './chatSockets'
import { chatFiles } from './collections/chatFiles'
import { messages } from './collections/messages'
import { chatEndpoints } from './endpoints/chat'
import type { ConsultationsOptions } from './index'
import { sweepFiles } from './operations/sweepFiles'
import { sweepRooms } from './operations/sweepRooms'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS

const sweepers: Sweeper[] = [
  { name: 'sweep-chat-files', everyMs: MINUTE_MS, run: sweepFiles },
  { name: 'sweep-chat-rooms', everyMs: 3 * SECOND_MS, run: sweepRooms },
]

const refusals = {
  'chat-files': {
    create: [
      errors.consultationNotFound,
      errors.notParticipant,
      errors.consultationOver,
      errors.notBegun,
      errors.fileNeeded,
      errors.fileTooLarge,
      errors.fileTypeRefused,
      errors.fileBroken,
    ],
  },
}

/** Messages and files of consultations, and the doors that they come through. */
export const withChat = (config: Config, options: ConsultationsOptions): Config =>
  addToPanel(
    withChatSockets({
      ...config,
      collections: [...(config.collections ?? []), messages, chatFiles(options)],
      endpoints: [...(config.endpoints ?? []), ...chatEndpoints(options)],
      graphQL: {
        ...config.graphQL,
        mutations: (graphQL, payload) => ({
          ...config.graphQL?.mutations?.(graphQL, payload),
          ...chatMutations(options)(graphQL, payload),
        }),
      },
      custom: {
        ...config.custom,
        ...withRefusals(config, refusals),
        sweepers: [...((config.custom?.sweepers ?? []) as Sweeper[]), ...sweepers],
      },
    }),
    { refusals: chatPanelRefusals },
  )
