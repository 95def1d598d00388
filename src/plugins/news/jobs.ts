import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  Config,
  PayloadRequest,
} from 'payload'

import { hasRole } from '@/access'

import { notAnEditor } from './errors'

type Jobs = NonNullable<Config['jobs']>
type Scheduled = { input?: { user?: { relationTo?: unknown; value?: unknown } } }

const isEditor = async (req: PayloadRequest, id: unknown): Promise<boolean> => {
  if (typeof id !== 'number') return false
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    req,
    overrideAccess: true,
  })
  return user !== null && hasRole({ user }, 'editor', 'admin')
}

/** Payload lets everybody schedule who may see the panel, and finds out only when it publishes. */
const refuseOthers: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const { user } = (data as Scheduled).input ?? {}
  if (user?.relationTo !== 'users' || !(await isEditor(req, user.value))) throw notAnEditor()
  return data
}

/** It lets them take back what was scheduled, too. The system itself is nobody. */
const keepFromOthers: CollectionBeforeDeleteHook = ({ req }) => {
  if (req.user && !hasRole(req, 'editor', 'admin')) throw notAnEditor()
}

/**
 * Scheduled publishing is queued as Payload does it, by editors; the newsroom's sweeper works it off.
 */
export const withSchedules = ({ jobs }: Config): Jobs => ({
  ...jobs,
  tasks: jobs?.tasks ?? [],
  // Without it Payload writes jobs past all hooks.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- 3.x has no other way
  runHooks: true,
  jobsCollectionOverrides: ({ defaultJobsCollection: { hooks, ...collection } }) => ({
    ...collection,
    hooks: {
      ...hooks,
      beforeChange: [...(hooks?.beforeChange ?? []), refuseOthers],
      beforeDelete: [...(hooks?.beforeDelete ?? []), keepFromOthers],
    },
  }),
})
