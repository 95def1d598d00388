import type { IncomingMessage } from 'node:http'

/**
 * Puts one value in the place of whatever a request carried under this name; without a value the header
 * is gone. Both of Node's views are changed: Next reads `headers`, fetch Requests read `rawHeaders`.
 */
export const replaceHeader = (incoming: IncomingMessage, name: string, value?: string): void => {
  const { headers, rawHeaders } = incoming
  for (let at = rawHeaders.length - 2; at >= 0; at -= 2) {
    if (rawHeaders[at]?.toLowerCase() === name) rawHeaders.splice(at, 2)
  }
  Reflect.deleteProperty(headers, name)
  if (value === undefined) return
  headers[name] = value
  rawHeaders.push(name, value)
}
