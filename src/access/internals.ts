import type { Access, Endpoint, SanitizedCollectionConfig, SanitizedConfig } from 'payload'
import { Forbidden } from 'payload'

import { isStaff, nobody } from './index'
import { guardPanelEndpoint } from './panelEndpoints'

const LOCKS = 'payload-locked-documents'
const PREFERENCES = 'payload-preferences'
const JOBS = 'payload-jobs'

const staff: Access = ({ req }) => isStaff(req)

/** What Payload's rule says, for staff; nothing for anybody else. */
const staffOnly =
  (rule: Access): Access =>
  (args) =>
    isStaff(args.req) ? rule(args) : false

/** Preferences have handlers of their own, which ask no access function. */
const staffEndpoint = (endpoint: Endpoint): Endpoint => ({
  ...endpoint,
  handler: (req) => {
    if (!isStaff(req)) throw new Forbidden(req.t)
    return endpoint.handler(req)
  },
})

const close = (collection: SanitizedCollectionConfig): void => {
  const { slug, access, endpoints } = collection
  if (slug === LOCKS) {
    Object.assign(access, { create: staff, read: staff, update: staff, delete: staff })
  } else if (slug === PREFERENCES) {
    access.create = staff
    access.read = staffOnly(access.read)
    access.update = staffOnly(access.update)
    access.delete = staffOnly(access.delete)
    if (endpoints) collection.endpoints = endpoints.map(staffEndpoint)
  } else {
    Object.assign(access, { create: nobody, read: nobody, update: nobody, delete: nobody })
  }
  Object.assign(access, { admin: nobody, readVersions: nobody, unlock: nobody })
}

/** Payload serves these for every collection, and fails (500) where they have nothing to do. */
const dropDeadRoutes = (collection: SanitizedCollectionConfig): void => {
  const { auth, endpoints, slug, versions } = collection
  if (!endpoints) return
  const dead = [
    // Jobs are run by sweepers alone.
    ...(slug === JOBS ? ['/run', '/handle-schedules'] : []),
    ...(versions ? [] : ['/versions']),
    ...(auth?.verify ? [] : ['/verify']),
    ...(auth?.maxLoginAttempts ? [] : ['/unlock']),
  ]
  collection.endpoints = endpoints.filter(({ path }) => !dead.some((it) => path.startsWith(it)))
}

/**
 * Payload's own collections are open to every signed-in user by default, patients included. The panel
 * needs two of them: document locks, and each one's own preferences; both are for staff. The rest is
 * Payload's alone. Applied to the built configuration, where these collections, and the routes that
 * every collection gets, first appear.
 */
export const closeInternals = (config: SanitizedConfig): SanitizedConfig => {
  for (const collection of config.collections) {
    if (collection.slug.startsWith('payload-')) close(collection)
    dropDeadRoutes(collection)
  }
  config.endpoints = config.endpoints.map(guardPanelEndpoint) as typeof config.endpoints
  return config
}
