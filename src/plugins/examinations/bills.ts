import type { PayloadRequest } from 'payload'

import type { ExaminationsOptions } from './index'
import { countPayment } from './limits'
import { followBill } from './operations/followBill'
import { payBill } from './operations/payBill'
import { readBill } from './operations/readBillPage'

/** What the pages of bills ask: they know the configuration only, and find this in `config.custom`. */
export const bills = (options: ExaminationsOptions) => ({
  read: readBill,
  follow: followBill,
  /** As `POST /api/payment`. @returns the gateway's page; null: it cost nothing, and is paid by now */
  pay: async (req: PayloadRequest, id: string): Promise<{ redirectUrl: string | null }> => {
    await countPayment(req, options.rateLimitFactor)
    const { token, redirect_url: redirectUrl } = await payBill(req, id, options)
    return { redirectUrl: token === null ? null : redirectUrl }
  },
})
