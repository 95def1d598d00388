'use client'

import { Link, useConfig, useDocumentInfo, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'

import { WORDS } from './words'

/** Under the stock of an obat's form: where it came from, and where it is changed. */
export const StockLink = () => {
  const { id } = useDocumentInfo()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  if (!id) return null
  return (
    <Link href={`${config.routes.admin}/collections/obat/${id}/stock`}>
      {WORDS[languageOf(i18n)].card}
    </Link>
  )
}
