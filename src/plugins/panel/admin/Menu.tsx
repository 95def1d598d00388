import { Link } from '@payloadcms/ui'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import type { ServerProps } from 'payload'

import { hasRole } from '@/access'
import { panelParts } from '@/lib/panel/addToPanel'
import { languageOf } from '@/lib/panel/said'

/** The links that the plugins have added to the menu, for the role of who looks. */
export const Menu = ({ payload, user, i18n }: ServerProps) => {
  const items = panelParts(payload.config).menu.filter(({ roles }) =>
    hasRole({ user: user ?? null }, ...roles),
  )
  if (items.length === 0) return null
  return (
    <div className="nav-group">
      {items.map(({ path, label, Badge }) => (
        <Link className="nav__link" href={`${payload.config.routes.admin}${path}`} key={path}>
          <span className="nav__link-label">{label[languageOf(i18n)]}</span>
          {Badge &&
            RenderServerComponent({ Component: Badge, importMap: payload.importMap, key: Badge })}
        </Link>
      ))}
    </div>
  )
}
