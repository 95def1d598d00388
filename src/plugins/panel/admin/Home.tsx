import { Gutter } from '@payloadcms/ui'
import { RenderServerComponent } from '@payloadcms/ui/elements/RenderServerComponent'
import type { AdminViewServerProps } from 'payload'

import { hasRole } from '@/access'
import { panelParts } from '@/lib/panel/addToPanel'
import { languageOf } from '@/lib/panel/said'

import styles from './Home.module.css'
import { Welcome } from './Welcome'

/**
 * The panel's first page: the parts that the plugins have for the role of who looks, and for roles that
 * have none, what they can do. It stands in the place of Payload's dashboard, whose layout is kept per
 * user: after a change of role it would still be the old one's.
 */
export const Home = ({ initPageResult }: AdminViewServerProps) => {
  const { cookies, locale, permissions, req, visibleEntities } = initPageResult
  const { i18n, payload, user } = req
  const parts = panelParts(payload.config).home.filter(({ roles }) => hasRole(req, ...roles))
  return (
    <Gutter className={styles.home ?? ''}>
      {parts.length === 0 && (
        <Welcome permissions={permissions} req={req} visibleEntities={visibleEntities} />
      )}
      {parts.map(({ slug, label, Component, width }) => (
        <section
          aria-label={label[languageOf(i18n)]}
          className={styles.part}
          data-part={slug}
          data-width={width}
          key={slug}
        >
          {RenderServerComponent({
            Component,
            importMap: payload.importMap,
            serverProps: {
              cookies,
              locale,
              permissions,
              req,
              user,
              widgetData: {},
              widgetSlug: slug,
            },
          })}
        </section>
      ))}
    </Gutter>
  )
}
