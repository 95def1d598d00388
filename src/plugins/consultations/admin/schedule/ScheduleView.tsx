import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'

import { hasRole } from '@/access'
import { languageOf } from '@/lib/panel/said'

import { Schedule } from './Schedule'
import { WORDS } from './words'

/** A relationship's value is an id, or the document where it was loaded. */
const idOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? (value as { id?: unknown }).id : value

/** A doctor's hours, as a tab of the doctor's page, for who may change them. */
export const ScheduleView = ({ initPageResult, doc }: DocumentViewServerProps) => {
  const { docID, req } = initPageResult
  const id = Number(doc?.id ?? docID)
  const isOwn = hasRole(req, 'doctor') && idOf(doc?.user) === req.user?.id
  if (!id || !(isOwn || hasRole(req, 'admin'))) notFound()
  const words = WORDS[languageOf(req.i18n)]
  const list = `${req.payload.config.routes.admin}/collections/doctors`
  const name = String((doc as { name?: string } | undefined)?.name ?? id)
  return (
    <Gutter>
      <SetStepNav
        nav={[
          { label: words.back, url: list },
          { label: name, url: `${list}/${id}` },
          { label: words.title },
        ]}
      />
      <Schedule id={id} />
    </Gutter>
  )
}
