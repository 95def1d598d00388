import type { Channel } from '../constants'
import { CHANNEL_NAMES } from '../constants'
import type { Online } from '../contract'
import { findOnline } from '../online.sql'
import { confirmPayment } from './confirmPayment'

/** What a domain shows of the online payments of its items. */
export const online: Online = {
  find: async (req, type, ids) => {
    if (ids.length === 0) return new Map()
    const rows = await findOnline(req, type, ids.map(String))
    return new Map(
      rows.map(({ itemId, channel, ...row }) => [
        itemId,
        { ...row, channel: CHANNEL_NAMES[channel as Channel] ?? null },
      ]),
    )
  },
  confirm: confirmPayment,
}
