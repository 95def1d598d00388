import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { AdminViewServerProps } from 'payload'

import { hasRole } from '@/access'
import { languageOf } from '@/lib/panel/said'

import { ObatImport } from './ObatImport'
import { WORDS } from './words'

/** `/admin/collections/obat/import`, which Payload puts its frame around: for admins. */
export const ImportView = ({ initPageResult: { req }, payload }: AdminViewServerProps) => {
  if (!hasRole(req, 'admin')) notFound()
  const words = WORDS[languageOf(req.i18n)]
  const list = `${payload.config.routes.admin}/collections/obat`
  return (
    <Gutter>
      <SetStepNav nav={[{ label: words.list, url: list }, { label: words.title }]} />
      <ObatImport />
    </Gutter>
  )
}
