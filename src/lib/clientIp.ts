/**
 * Private request header: the server deletes whatever came in under this name and writes the address
 * that it saw itself.
 */
export const CLIENT_IP_HEADER = 'x-sehat-client-ip'

/**
 * The address of whoever made a request, as the server saw it: the socket's, or with TRUST_PROXY the
 * last hop of X-Forwarded-For. Calls that did not come over HTTP (Local API) are all `local`.
 */
export const clientIp = (headers: Pick<Headers, 'get'>): string =>
  headers.get(CLIENT_IP_HEADER) ?? 'local'
