import type { Security } from './openapi'

/** How a request is signed in. */
export const SECURITY_SCHEMES = {
  token: {
    type: 'http',
    scheme: 'bearer',
    bearerFormat: 'JWT',
    description:
      'The token that every login answers, whichever it was. `Authorization: JWT <token>` works too.',
  },
  cookie: {
    type: 'apiKey',
    in: 'cookie',
    name: 'payload-token',
    description:
      'Set by the logins of the generated API. It counts for our own pages only, by their Origin.',
  },
}

export const SIGNED_IN: Security = [{ token: [] }, { cookie: [] }]
export const ANYBODY: Security = [{}, ...SIGNED_IN]
