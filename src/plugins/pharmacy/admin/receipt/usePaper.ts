import { useEffect, useState } from 'react'

import { callApi } from '@/lib/panel/callApi'

import type { Paper } from '../../presentPaper'
import { drawQr } from '@/lib/panel/drawQr'

/** What a receipt shows: the paper, and its QR code as an SVG path of `size` modules. */
export type ShownPaper = { paper: Paper; qr: { size: number; path: string } }

/** Reads the paper of an order. @returns null when it cannot be read */
export const readPaper = async (order: number | string): Promise<ShownPaper | null> => {
  const called = await callApi<{ paper: Paper; proofUrl: string }>(`/api/orders/${order}/paper`)
  if (!called.isDone) return null
  const { paper, proofUrl } = called.body
  return { paper, qr: await drawQr(proofUrl) }
}

/** The paper of an order, as soon as it is here. */
export const usePaper = (order: number | string): ShownPaper | null => {
  const [shown, setShown] = useState<ShownPaper | null>(null)
  useEffect(() => {
    let isGone = false
    void readPaper(order).then((read) => {
      if (!isGone) setShown(read)
    })
    return () => {
      isGone = true
    }
  }, [order])
  return shown
}
