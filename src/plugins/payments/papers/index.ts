import type { Papers } from '../contract'
import { isGenuine } from './genuine'
import { renderInvoice } from './invoice'
import { qrOf } from './qr'
import { renderReceipt } from './receipt'
import { tokenOf } from './token'

const RENDERERS = { '80mm': renderReceipt, A4: renderInvoice }

const proofUrl: Papers['proofUrl'] = ({ payload }, subject) =>
  `${payload.config.serverURL}/asli/${tokenOf(payload.secret, subject)}`

/** Receipts and invoices as PDF, and what says whether one is genuine. */
export const papers: Papers = {
  isGenuine,
  proofUrl,
  render: async (req, paper, size) => {
    const qr = await qrOf(proofUrl(req, paper))
    const { defaultTimezone } = req.payload.config.admin.timezones
    return RENDERERS[size](paper, qr, defaultTimezone)
  },
}
