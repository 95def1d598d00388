import type { Config, Plugin } from 'payload'

import { capPageSize } from './capPageSize'
import { defaultsAreOptional } from './defaultsAreOptional'
import { keepTimestamps } from './keepTimestamps'
import { nullIsNoRows } from './nullIsNoRows'
import { refuseBadFilter } from './refuseBadFilter'
import { refuseForeignFiles } from './refuseForeignFiles'
import { refuseForeignFilter } from './refuseForeignFilter'
import { refuseForeignSort } from './refuseForeignSort'
import { refuseTooManyRows } from './refuseTooManyRows'

/** What holds for every collection of every plugin; the last plugin of the list. */
export const everywhere: Plugin = (config: Config): Config => ({
  ...config,
  graphQL: {
    ...config.graphQL,
    mutations: (...args) => {
      defaultsAreOptional(...args)
      return config.graphQL?.mutations?.(...args) ?? {}
    },
  },
  collections: (config.collections ?? []).map((collection) => ({
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeOperation: [
        refuseTooManyRows,
        ...(collection.hooks?.beforeOperation ?? []),
        capPageSize,
        keepTimestamps,
        nullIsNoRows,
        refuseForeignFiles,
        refuseBadFilter,
        refuseForeignFilter,
        refuseForeignSort,
      ],
    },
  })),
})
