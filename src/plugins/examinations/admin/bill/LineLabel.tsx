'use client'

import { useRowLabel, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'
import { showRupiah } from '@/lib/panel/showRupiah'

const NEW = { en: 'New line', id: 'Baris baru' }

/** `Elektrokardiografi · Rp 125.000` above a line of a bill, as it is typed. */
export const LineLabel = () => {
  const { data } = useRowLabel<{ name?: string; price?: number; quantity?: number }>()
  const { i18n } = useTranslation()
  const { name, price, quantity } = data
  const amount = (price ?? 0) * (quantity ?? 0)
  return <span>{`${name?.trim() || NEW[languageOf(i18n)]} · ${showRupiah(amount)}`}</span>
}
