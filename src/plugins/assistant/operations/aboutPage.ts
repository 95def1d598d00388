import type { PayloadRequest } from 'payload'

import { ApiError } from '@/lib/apiError'

import { CONTENT_MAX, TALK_MESSAGES_MAX } from '../constants'
import { DISCLAIMER } from '../safety/disclaimer'
import { admit } from './admit'

/** What the page `/asisten` shows of the assistant, to whoever asks for it; kept in `config.custom`. */
export const aboutPage = async (
  req: PayloadRequest,
): Promise<{
  /** Why it would not answer them; null: it would. */
  refusal: { status: number; message: string } | null
  disclaimer: string
  limits: { content: number; messages: number }
}> => {
  const shared = {
    disclaimer: DISCLAIMER,
    limits: { content: CONTENT_MAX, messages: TALK_MESSAGES_MAX },
  }
  try {
    await admit(req)
    return { refusal: null, ...shared }
  } catch (error) {
    if (!(error instanceof ApiError)) throw error
    return { refusal: { status: error.status, message: error.message }, ...shared }
  }
}
