import config from '@payload-config'
import type { Payload } from 'payload'
import { getPayload } from 'payload'

type Papers = { isGenuine: (req: { payload: Payload }, token: string) => Promise<boolean> }

/** Whether the code of a paper is one that this house gave out, and for something that exists. */
export const isGenuine = async (token: string): Promise<boolean> => {
  const payload = await getPayload({ config })
  const { papers } = (payload.config.custom as { payments: { papers: Papers } }).payments
  return papers.isGenuine({ payload }, token)
}
