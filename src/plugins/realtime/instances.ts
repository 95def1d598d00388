import type { Config, Payload } from 'payload'

import type { Attached } from './holder'
import { socketsOf } from './holder'

/** What the adapter calls the events that instances send each other. */
const EVENT = 'sehat:notices'

/** Characters. Postgres carries 8,000 bytes in a notice; what is larger goes over a table, which is slower. */
const BUNDLE_MAX = 6_000

type Data = Record<string, unknown>
type Listener = (payload: Payload, data: Data) => void

type Declared = { name: string; listener: Listener }

const declaredIn = (config: Pick<Config, 'custom'>): Declared[] =>
  (config.custom?.instanceListeners as Declared[] | undefined) ?? []

/** Declares who hears what instances tell each other; a listener that throws is logged. */
export const withInstanceListener = (config: Config, name: string, listener: Listener): Config => ({
  ...config,
  custom: { ...config.custom, instanceListeners: [...declaredIn(config), { name, listener }] },
})

const hear = (payload: Payload, name: string, data: Data): void => {
  for (const declared of declaredIn(payload.config)) {
    if (declared.name !== name) continue
    try {
      declared.listener(payload, data)
    } catch (err) {
      payload.logger.error({ err, msg: `A listener of ${name} failed` })
    }
  }
}

/** Bundles that are carried in one piece each; of one notice, where that is larger. */
const bundlesOf = (notices: Attached['notices']): Attached['notices'][] => {
  const bundles: Attached['notices'][] = []
  let size = Infinity
  for (const notice of notices) {
    const { length } = JSON.stringify(notice)
    size += length
    if (size > BUNDLE_MAX) {
      bundles.push([])
      size = length
    }
    bundles.at(-1)?.push(notice)
  }
  return bundles
}

/** What was said in one turn of the event loop travels together. */
const flush = (attached: Attached): void => {
  const { notices, sockets } = attached
  attached.notices = []
  for (const bundle of bundlesOf(notices)) sockets.serverSideEmit(EVENT, bundle)
}

/** Tells the other instances; nobody waits for them, and what cannot be sent is not sent later. */
export const tellOthers = (payload: Payload, name: string, data: Data): void => {
  const attached = socketsOf(payload)
  if (!attached?.isClustered) return
  if (attached.notices.length === 0) setImmediate(flush, attached)
  attached.notices.push([name, data])
}

/**
 * Tells every instance, this one first and at once. Ids only, as plain JSON: it travels through Redis or
 * Postgres, and may be lost while those are away: whoever depends on it looks for themselves now and then.
 */
export const tellInstances = (payload: Payload, name: string, data: Data): void => {
  if (!socketsOf(payload)) return
  hear(payload, name, data)
  tellOthers(payload, name, data)
}

/** Hears what the others tell. */
export const hearInstances = (payload: Payload, { sockets }: Pick<Attached, 'sockets'>): void => {
  sockets.on(EVENT, (notices: Attached['notices']) => {
    for (const [name, data] of notices) hear(payload, name, data)
  })
}
