import type { PayloadRequest } from 'payload'

/** What the page knows of the assistant, for whoever asks for it. */
export type About = {
  /** Why it would not answer them: switched off, without a key, or only for who is signed in. */
  refusal: { status: number; message: string } | null
  /** Stands under the talk. */
  disclaimer: string
  /** Characters of a question, and messages of a talk. */
  limits: { content: number; messages: number }
}

type Custom = { assistantPage?: (req: PayloadRequest) => Promise<About> }

/** @returns null where there is no assistant */
export const readAbout = async (req: PayloadRequest): Promise<About | null> => {
  const { assistantPage } = req.payload.config.custom as Custom
  return assistantPage ? assistantPage(req) : null
}
