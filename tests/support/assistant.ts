import { testPayload } from './payload'

const NO_LIMIT = 100_000

/**
 * What admins decide about the assistant of the worker's Payload, whole: what is not named is as in a
 * new clinic, but for quotas, which nobody reaches. Other files have decided other things before.
 */
export const setAssistant = async (decided: object = {}): Promise<void> => {
  const payload = await testPayload()
  await payload.updateGlobal({
    slug: 'assistant',
    data: {
      isOn: true,
      guestsAllowed: false,
      model: null,
      instructions: null,
      quotas: { user: NO_LIMIT, guest: NO_LIMIT, address: NO_LIMIT, total: NO_LIMIT },
      ...decided,
    },
  })
}
