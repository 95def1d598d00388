import type { AdminViewConfig, Config, WidgetWidth } from 'payload'

import type { Role } from '@/access/roles'

import type { Said } from './said'

/** A link of the panel's menu, above the collections. */
export type MenuItem = {
  /** Below the panel: `/desk`. */
  path: `/${string}`
  label: Said
  roles: readonly Role[]
  /** A component that stands behind the label: `@/plugins/<plugin>/admin/<File>#<Name>`. */
  Badge?: string
}

/** A part of the home page of some roles; other roles never see it. */
export type HomePart = {
  slug: string
  label: Said
  roles: readonly Role[]
  /** A component, with the props of a widget of Payload's dashboard (`WidgetServerProps`). */
  Component: string
  width: WidgetWidth
}

/** A page of the panel; its component wraps itself in `StaffPage`, which asks for the role. */
export type PanelView = { path: `/${string}`; title: Said; Component: string }

/** What the panel plugin makes the menu and the home pages of, in the plugins' order. */
export type PanelParts = {
  menu: MenuItem[]
  home: HomePart[]
  /** What the panel says instead of a refusal's message, which is the contracts' and has one language. */
  refusals: Record<string, Said>
  /** Of the plugins' own pages. */
  titles: Said[]
}

export const panelParts = (config: Pick<Config, 'custom'>): PanelParts => ({
  menu: [],
  home: [],
  refusals: {},
  titles: [],
  ...(config.custom?.panel as Partial<PanelParts> | undefined),
})

/** What one plugin adds. */
export type PanelAdditions = Partial<Omit<PanelParts, 'titles'>> & {
  views?: Record<string, PanelView>
}

/** Adds links, home parts, pages and translated refusals of a plugin to the panel. */
export const addToPanel = (config: Config, { views = {}, ...added }: PanelAdditions): Config => {
  const { menu, home, refusals, titles } = panelParts(config)
  const pages: Record<string, AdminViewConfig> = {}
  for (const [key, { path, title, Component }] of Object.entries(views)) {
    pages[key] = { path, Component, exact: true, meta: { title: title.id } }
  }
  return {
    ...config,
    admin: {
      ...config.admin,
      components: {
        ...config.admin?.components,
        views: { ...config.admin?.components?.views, ...pages },
      },
    },
    custom: {
      ...config.custom,
      panel: {
        menu: [...menu, ...(added.menu ?? [])],
        home: [...home, ...(added.home ?? [])],
        refusals: { ...refusals, ...added.refusals },
        titles: [...titles, ...Object.values(views).map(({ title }) => title)],
      },
    },
  }
}
