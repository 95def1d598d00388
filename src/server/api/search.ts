import { isJsonObject, parseJson } from './jsonBody'

/** Parameters that Payload parses as JSON when they are sent as text. */
const JSON_PARAMETERS = ['where', 'data']

/** Payload's operators for points on a map: no field of ours is one, and for others they are no SQL. */
const GEOMETRY_KEY = /\[(?:near|within|intersects)\]$/
const GEOMETRY_MEMBER = /"(?:near|within|intersects)"\s*:/

/** Whether Payload can read a search (a query, or the same as a form) without an exception. */
export const isSoundSearch = (search: string): boolean => {
  if (search === '') return true
  const query = new URLSearchParams(search)
  if ([...query.keys()].some((key) => GEOMETRY_KEY.test(key))) return false
  return JSON_PARAMETERS.every((name) =>
    query
      .getAll(name)
      .filter(Boolean)
      .every((text) => isJsonObject(parseJson(text)) && !GEOMETRY_MEMBER.test(text)),
  )
}
