import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import type { ServerProps } from 'payload'

import { hasRole } from '@/access'
import { panelParts } from '@/lib/panel/addToPanel'
import { languageOf } from '@/lib/panel/said'

import { MenuLink } from './MenuLink'

/** The links that the plugins have added to the menu, for the role of who looks. */
export const Menu = ({ payload, user, i18n }: ServerProps) => {
  const items = panelParts(payload.config).menu.filter(({ roles }) =>
    hasRole({ user: user ?? null }, ...roles),
  )
  if (items.length === 0) return null
  return (
    <div className="nav-group">
      {items.map(({ path, label, Badge }) => (
        <MenuLink key={path} label={label[languageOf(i18n)]} path={path}>
          {Badge &&
            RenderServerComponent({ Component: Badge, importMap: payload.importMap, key: Badge })}
        </MenuLink>
      ))}
    </div>
  )
}
