import type { Config, Plugin, WidgetInstance } from 'payload'

import { hasRole } from '@/access'
import { panelParts } from '@/lib/panel/addToPanel'

const MENU = '@/plugins/panel/admin/Menu#Menu'

/**
 * The panel's frame: the menu's links, and a home page for each role, made of what the plugins before it
 * have added (`addToPanel`). Stands last among the plugins.
 */
export const panelPlugin =
  (): Plugin =>
  (config: Config): Config => {
    const { menu, home } = panelParts(config)
    const badges = menu.flatMap(({ Badge }) => (Badge ? [Badge] : []))
    return {
      ...config,
      admin: {
        ...config.admin,
        dependencies: {
          ...config.admin?.dependencies,
          ...Object.fromEntries(badges.map((path) => [path, { path, type: 'component' }])),
        },
        dashboard: {
          widgets: home.map(({ slug, label, Component }) => ({ slug, label, Component })),
          defaultLayout: ({ req }) =>
            home
              .filter(({ roles }) => hasRole(req, ...roles))
              .map(({ slug, width }): WidgetInstance => ({ widgetSlug: slug, width }) as never),
        },
        components: {
          ...config.admin?.components,
          beforeNavLinks: [...(config.admin?.components?.beforeNavLinks ?? []), MENU],
        },
      },
    }
  }
