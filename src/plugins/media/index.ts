import type { Config, Plugin } from 'payload'

import { media } from './collections/media'

export type MediaOptions = {
  /** The folder that keeps the files of the collection. */
  staticDir: string
}

/** Pictures and files that are public. */
export const mediaPlugin =
  ({ staticDir }: MediaOptions): Plugin =>
  (config: Config): Config => ({
    ...config,
    collections: [...(config.collections ?? []), media(staticDir)],
  })
