'use client'

import { Button, toast, useDocumentInfo, useTranslation } from '@payloadcms/ui'
import { useCallback, useState } from 'react'

import { languageOf } from '@/lib/panel/said'

import { PrintedReceipt } from './PrintedReceipt'
import type { ShownPaper } from './usePaper'
import { readPaper } from './usePaper'

const WORDS = {
  id: { print: 'Cetak struk', invoice: 'Faktur PDF', failed: 'Gagal, silakan coba lagi.' },
  en: { print: 'Print receipt', invoice: 'Invoice PDF', failed: 'It failed, please try again.' },
}

/** The papers of an order, on its page. */
export const OrderPapers = () => {
  const { id } = useDocumentInfo()
  const { i18n } = useTranslation()
  const [shown, setShown] = useState<ShownPaper | null>(null)
  const words = WORDS[languageOf(i18n)]

  // The dialog holds the page until it is closed; then the page prints as itself again.
  const print = useCallback(() => {
    window.addEventListener('afterprint', () => setShown(null), { once: true })
    setTimeout(() => window.print())
  }, [])
  if (!id) return null

  const ask = async () => {
    const read = await readPaper(id)
    if (!read) toast.error(words.failed)
    setShown(read)
  }
  return (
    <div className="field-type" style={{ display: 'grid', gap: '0.5rem' }}>
      <Button buttonStyle="secondary" margin={false} onClick={() => void ask()}>
        {words.print}
      </Button>
      <Button
        buttonStyle="secondary"
        el="anchor"
        margin={false}
        newTab
        url={`/api/orders/${id}/invoice`}
      >
        {words.invoice}
      </Button>
      {shown && <PrintedReceipt {...shown} onReady={print} />}
    </div>
  )
}
