import type { CollectionConfig, CollectionSlug, Config, Plugin } from 'payload'

import type { MenuItem } from '@/lib/panel/addToPanel'
import { panelParts } from '@/lib/panel/addToPanel'
import { listLinksOf } from '@/lib/panel/listLinks'

import { exportEndpoint } from './endpoints/exportList'
import { refusals } from './refusals'
import { withTimes } from './withTimes'

const MENU = '@/plugins/panel/admin/Menu#Menu'
const HOME = '@/plugins/panel/admin/Home#Home'
const LANGUAGE = '@/plugins/panel/admin/LanguageCookie#LanguageCookie'
const ACTIONS = '@/plugins/panel/admin/ListActions#ListActions'

/** A cashier's home is the desk, a doctor's the rooms: they have links of their own. */
const HOME_LINK: MenuItem = {
  path: '/',
  label: { en: 'Home', id: 'Beranda' },
  roles: ['admin', 'editor'],
}

/** What the panel shows to nobody has no list. */
const hasList = ({ admin }: CollectionConfig): boolean => admin?.hidden !== true

/** A list can be saved as CSV, and has the links that its plugin gave it. */
const withExport = (collection: CollectionConfig): CollectionConfig => ({
  ...collection,
  endpoints: [
    ...(collection.endpoints === false ? [] : (collection.endpoints ?? [])),
    exportEndpoint(collection.slug as CollectionSlug),
  ],
  admin: {
    ...collection.admin,
    components: {
      ...collection.admin?.components,
      beforeListTable: [
        ...(collection.admin?.components?.beforeListTable ?? []),
        { path: ACTIONS, clientProps: { links: listLinksOf(collection) } },
      ],
    },
  },
})

/**
 * The panel's frame: the menu's links, and a home page for each role, made of what the plugins before it
 * have added (`addToPanel`); every list can be exported. Stands last among the plugins.
 */
export const panelPlugin =
  (): Plugin =>
  (config: Config): Config => {
    const parts = panelParts(config)
    const badges = parts.menu.flatMap(({ Badge }) => (Badge ? [Badge] : []))
    const components = [...badges, ...parts.home.map(({ Component }) => Component)]
    return {
      ...config,
      collections: (config.collections ?? [])
        .map((collection) => (hasList(collection) ? withExport(collection) : collection))
        .map(withTimes),
      admin: {
        ...config.admin,
        // Named nowhere in Payload's own configuration: its import map has to be told.
        dependencies: {
          ...config.admin?.dependencies,
          ...Object.fromEntries(components.map((path) => [path, { path, type: 'component' }])),
        },
        components: {
          ...config.admin?.components,
          views: { ...config.admin?.components?.views, dashboard: { Component: HOME } },
          providers: [...(config.admin?.components?.providers ?? []), LANGUAGE],
          beforeNavLinks: [...(config.admin?.components?.beforeNavLinks ?? []), MENU],
        },
      },
      custom: {
        ...config.custom,
        panel: {
          ...parts,
          menu: [HOME_LINK, ...parts.menu],
          refusals: { ...refusals, ...parts.refusals },
        },
      },
    }
  }
