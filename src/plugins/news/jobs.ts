import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, Config } from 'payload'

import { hasRole } from '@/access'

import { notAnEditor } from './errors'
import { editorOf } from './operations/editorOf'

type Jobs = NonNullable<Config['jobs']>
type Scheduled = { input?: { user?: { relationTo?: unknown; value?: unknown } } }

/** Payload lets everybody schedule who may see the panel, and finds out only when it publishes. */
const refuseOthers: CollectionBeforeChangeHook = async ({ data, operation, req }) => {
  if (operation !== 'create') return data
  const { user } = (data as Scheduled).input ?? {}
  await editorOf(req, user?.relationTo === 'users' ? user.value : null)
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
