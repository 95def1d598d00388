import { Gutter, SetStepNav } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'

import { isDesk } from '@/access'
import { languageOf } from '@/lib/panel/said'

import { StockCard } from './StockCard'
import { WORDS } from './words'

/** The stock card of an obat, as a tab of its page. */
export const StockCardView = ({ initPageResult, doc }: DocumentViewServerProps) => {
  const { docID, req } = initPageResult
  const id = Number(doc?.id ?? docID)
  if (!isDesk(req) || !id) notFound()
  const words = WORDS[languageOf(req.i18n)]
  const list = `${req.payload.config.routes.admin}/collections/obat`
  const name = String((doc as { name?: string } | undefined)?.name ?? id)
  return (
    <Gutter>
      <SetStepNav
        nav={[
          { label: words.obats, url: list },
          { label: name, url: `${list}/${id}` },
          { label: words.card },
        ]}
      />
      <StockCard id={id} mayWriteOff={req.user?.role === 'admin'} />
    </Gutter>
  )
}
