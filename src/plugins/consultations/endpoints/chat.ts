import type { Endpoint } from 'payload'

import type { ConsultationsOptions } from '../index'
import { historyEndpoint } from './history'
import { readEndpoint } from './read'
import { sendMessageEndpoint } from './sendMessage'
import { statusEndpoint } from './status'

/** The chat of contract consultation.md, under `/api/chats`. */
export const chatEndpoints = (options: ConsultationsOptions): Endpoint[] => [
  sendMessageEndpoint(options),
  historyEndpoint,
  statusEndpoint,
  readEndpoint(options),
]
