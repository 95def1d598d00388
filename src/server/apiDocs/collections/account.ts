import { PASSWORD_MAX, PASSWORD_MIN } from '@/plugins/accounts/hooks/limitPasswords'

import type { JsonSchema } from '../openapi'
import { json, refTo } from '../openapi'
import { FLAG, object, orNull, SECONDS, TEXT } from '../shapes'
import type { Generated } from './generated'

const NEW_PASSWORD = { ...TEXT, minLength: PASSWORD_MIN, maxLength: PASSWORD_MAX }
const EMAIL = { ...TEXT, format: 'email' }

const sending = (properties: Record<string, JsonSchema>): Pick<Generated, 'requestBody'> => ({
  requestBody: {
    required: true,
    content: json({ type: 'object', properties, required: Object.keys(properties) }),
  },
})

const post = (path: string, summary: string) => ({
  method: 'post' as const,
  path,
  rule: null,
  summary,
})
const said = json(object({ message: TEXT }))

const comingIn = (user: JsonSchema): Generated[] => [
  {
    ...post('/login', 'Sign in'),
    description: 'Sets the cookie too. Wrong e-mail and wrong password read the same.',
    ...sending({ email: EMAIL, password: TEXT }),
    content: json(object({ message: TEXT, exp: SECONDS, token: TEXT, user })),
    failures: ['body', 'wrongPair', 'attempts'],
  },
  {
    ...post('/first-register', 'Make the first admin'),
    description: 'Once, before there is any user; with the set-up token that the log shows.',
    ...sending({ name: TEXT, email: EMAIL, password: NEW_PASSWORD, setupToken: TEXT }),
    content: json(object({ message: TEXT, exp: SECONDS, token: TEXT, user })),
    failures: ['fields', 'body', 'forbidden', 'attempts'],
  },
  {
    method: 'get',
    path: '/init',
    rule: null,
    summary: 'Whether there is a user yet',
    content: json(object({ initialized: FLAG })),
    failures: [],
  },
]

const stayingIn = (user: JsonSchema): Generated[] => [
  {
    method: 'get',
    path: '/me',
    rule: null,
    summary: 'Who I am',
    description: '`user` is null for a token that is no longer good, and without one.',
    content: json(
      object(
        { user: { anyOf: [user, { type: 'null' }] }, message: TEXT },
        { collection: TEXT, strategy: TEXT, exp: SECONDS, token: TEXT },
      ),
    ),
    failures: [],
  },
  {
    ...post('/refresh-token', 'Prolong my session'),
    content: json(
      object(
        { message: TEXT, refreshedToken: TEXT, exp: SECONDS, user },
        { setCookie: FLAG, strategy: orNull('string') },
      ),
    ),
    failures: ['forbidden'],
  },
  { ...post('/logout', 'Sign out'), content: said, failures: ['notSignedIn'] },
]

/** The doors of a collection that people sign in with. */
export const accountOperations = (name: string): Generated[] => [
  ...comingIn(refTo(`SignedIn${name}`)),
  ...stayingIn(refTo(`SignedIn${name}`)),
  {
    ...post('/forgot-password', 'Ask for a mail with which to choose a new password'),
    description: 'Answers the same whether there is such an account or not.',
    ...sending({ email: EMAIL }),
    content: said,
    failures: ['body', 'attempts'],
  },
  {
    ...post('/reset-password', 'Choose a new password, with the token of that mail'),
    ...sending({ token: TEXT, password: NEW_PASSWORD }),
    content: json(object({ message: TEXT, token: TEXT, user: refTo(`SignedIn${name}`) })),
    failures: ['fields', 'body', 'badToken', 'attempts'],
  },
]
