import { checkDocument } from '../graphql/checkDocument'
import { FORM_TYPE, GRAPHQL_PATH, JSON_TYPE, MULTIPART_TYPE } from './bodyKind'
import { isJsonObject, parseJson } from './jsonBody'
import { isSoundMultipart } from './multipartBody'
import type { Refusal } from './refusal'
import { isContract, REFUSALS } from './refusal'
import { isSoundSearch } from './search'

const checkJson = (text: string, path: string): Refusal | null => {
  const value = parseJson(text)
  if (value === undefined) return REFUSALS.malformedJson
  if (isContract(path)) return null
  if (!isJsonObject(value)) return REFUSALS.notAnObject
  return path === GRAPHQL_PATH ? checkDocument(value) : null
}

const checkForm = (form: string, path: string): Refusal | null => {
  if (form.includes('\0') || form.includes('%00')) return REFUSALS.malformedForm
  return isContract(path) || isSoundSearch(form) ? null : REFUSALS.malformedQuery
}

type Kind = { type: string; contentType: string; path: string }

/** Refuses a body that would be an exception in whatever reads it. */
export const checkBody = (body: Buffer, { type, contentType, path }: Kind): Refusal | null => {
  if (type === JSON_TYPE) return checkJson(body.toString('utf8'), path)
  if (type === FORM_TYPE) return checkForm(body.toString('utf8'), path)
  if (type !== MULTIPART_TYPE) return null
  return isSoundMultipart(body, contentType) ? null : REFUSALS.malformedForm
}
