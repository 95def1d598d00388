import type { AfterErrorHook, PayloadRequest } from 'payload'
import { parseCookies } from 'payload'

import type { Answer } from '@/database/idempotency'

import { panelParts } from './addToPanel'
import { LANGUAGE_COOKIE } from './languageCookie'
import type { Said } from './said'
import { translateRefusal } from './translateRefusal'

type Asked = { headers: Headers; payload: Pick<PayloadRequest['payload'], 'config'> }

/** Refusals have one language, and stay as the contracts have them, for every client but the panel. */
const languageOf = (headers: Headers): keyof Said | null => {
  const language = parseCookies(headers).get(LANGUAGE_COOKIE)
  return language === 'en' || language === 'id' ? language : null
}

/** What a refusal says to whoever asked: the panel's own words when it is the panel, else as it is. */
export const translatorOf = ({ headers, payload }: Asked): ((message: string) => string) => {
  const language = languageOf(headers)
  if (!language) return (message) => message
  const { refusals } = panelParts(payload.config)
  return (message) => translateRefusal(message, language, refusals)
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const translateErrors = (errors: unknown, translate: (message: string) => string): unknown => {
  if (!Array.isArray(errors)) return errors
  return errors.map((error: unknown) => {
    if (!isObject(error)) return error
    const { message } = error
    const data = isObject(error.data)
      ? { ...error.data, errors: translateErrors(error.data.errors, translate) }
      : error.data
    return {
      ...error,
      ...(typeof message === 'string' ? { message: translate(message) } : {}),
      ...(isObject(data) ? { data } : {}),
    }
  })
}

/** A refusal in the shape of the generated REST, said in the language of the panel that asked. */
const translateBody = (req: Asked, body: unknown): unknown => {
  if (!isObject(body) || !Array.isArray(body.errors)) return body
  return { ...body, errors: translateErrors(body.errors, translatorOf(req)) }
}

/** The same for an answer, whatever it says. */
export const translateAnswer = (req: Asked, answer: Answer): Answer =>
  answer.status < 400 ? answer : { ...answer, body: translateBody(req, answer.body) }

/** The refusals of the generated REST, in the panel's language where the panel asks. */
export const speakPanelLanguage: AfterErrorHook = ({ req, result }) => {
  // GraphQL asks this hook too, with a request that Payload has prepared otherwise.
  if (!result || !req.headers) return
  return { response: translateBody(req, result) as never }
}
