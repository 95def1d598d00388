import type { CollectionConfig } from 'payload'

import type { Role } from '@/access/roles'

import type { Said } from './said'

/** A link above a collection's list, to a view of it. */
export type ListLink = {
  /** Below the collection: `/import`. */
  path: `/${string}`
  label: Said
  roles: readonly Role[]
}

/** For `custom` of a collection: links that stand above its list, beside the export. */
export const withListLinks = (...listLinks: ListLink[]): { listLinks: ListLink[] } => ({
  listLinks,
})

export const listLinksOf = ({ custom }: Pick<CollectionConfig, 'custom'>): ListLink[] =>
  (custom?.listLinks as ListLink[] | undefined) ?? []
