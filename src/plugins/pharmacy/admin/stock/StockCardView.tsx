import { Gutter } from '@payloadcms/ui'
import { notFound } from 'next/navigation'
import type { DocumentViewServerProps } from 'payload'

import { isDesk } from '@/access'

import { StockCard } from './StockCard'

/** The stock card of an obat, as a tab of its page. */
export const StockCardView = ({ initPageResult, doc }: DocumentViewServerProps) => {
  const { docID, req } = initPageResult
  const id = Number(doc?.id ?? docID)
  if (!isDesk(req) || !id) notFound()
  return (
    <Gutter>
      <StockCard id={id} mayWriteOff={req.user?.role === 'admin'} />
    </Gutter>
  )
}
