import { DefaultTemplate } from '@payloadcms/next/templates'
import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound, redirect } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'
import type { ReactNode } from 'react'

import { hasRole } from '@/access'
import type { Role } from '@/access/roles'

import type { Said } from './said'
import { languageOf } from './said'

type Props = {
  view: AdminViewServerProps
  roles: readonly Role[]
  title: Said
  children: ReactNode
}

/**
 * A page of the panel for some roles: Payload's frame around it, the login for who is not signed in, and
 * not found for everybody else. (Payload shows a view of one's own to anybody.)
 */
export const StaffPage = ({ view, roles, title, children }: Props) => {
  const { initPageResult, params, searchParams, viewActions } = view
  const { permissions, locale, req, visibleEntities } = initPageResult
  if (!req.user) redirect(`/admin/login?redirect=${encodeURIComponent(req.pathname ?? '/admin')}`)
  if (!hasRole(req, ...roles)) notFound()
  const heading = title[languageOf(req.i18n)]
  return (
    <DefaultTemplate
      i18n={req.i18n}
      payload={req.payload}
      permissions={permissions}
      req={req}
      user={req.user}
      visibleEntities={{
        collections: visibleEntities.collections,
        globals: visibleEntities.globals,
      }}
      {...(locale ? { locale } : {})}
      {...(params ? { params } : {})}
      {...(searchParams ? { searchParams } : {})}
      {...(viewActions ? { viewActions } : {})}
    >
      <SetStepNav nav={[{ label: heading }]} />
      <Gutter>{children}</Gutter>
    </DefaultTemplate>
  )
}
