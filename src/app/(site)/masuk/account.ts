import config from '@payload-config'
import type { Payload } from 'payload'
import { getPayload, handleEndpoints } from 'payload'

/** A form of ours has two short fields and a path. */
const FORM_MAX = 8_192
const REFUSAL = 'masuk'
const KEPT_SECONDS = 120

/** What the page says after a refusal. Kept in the browser meanwhile, so that nothing typed is lost. */
export type Refused = { message: string; email: string }

/** After a form: the next page is fetched by GET. */
export const goTo = (address: string, cookies: readonly string[] = []): Response => {
  const headers = new Headers({ Location: address, 'Cache-Control': 'no-store' })
  for (const cookie of cookies) headers.append('Set-Cookie', cookie)
  return new Response(null, { status: 303, headers })
}

/** Whether a form stands on a page of ours: another site's would act for whoever opened it. */
const isOwn = ({ config: { csrf } }: Payload, request: Request): boolean =>
  csrf.includes(request.headers.get('Origin') ?? '')

/** @returns null for what no page of ours sends */
export const readForm = async (request: Request): Promise<FormData | null> => {
  const length = Number(request.headers.get('Content-Length'))
  if (!(length <= FORM_MAX) || !isOwn(await getPayload({ config }), request)) return null
  return request.formData().catch(() => null)
}

/** Asks the API itself, which limits, refuses and sets cookies as it does for every client. */
export const callUsers = async (
  request: Request,
  verb: 'login' | 'logout',
  body: object,
): Promise<Response> => {
  const headers = new Headers(request.headers)
  headers.delete('Content-Length')
  headers.set('Content-Type', 'application/json')
  headers.set('Accept-Language', 'id')
  const url = new URL(`/api/users/${verb}`, request.url)
  const asked = new Request(url, { method: 'POST', headers, body: JSON.stringify(body) })
  return handleEndpoints({ config, request: asked })
}

const isHttps = async (): Promise<boolean> =>
  (await getPayload({ config })).config.serverURL.startsWith('https:')

export const keepRefused = async (refused: Refused): Promise<string> =>
  [
    `${REFUSAL}=${encodeURIComponent(JSON.stringify(refused))}`,
    'Path=/masuk',
    `Max-Age=${KEPT_SECONDS}`,
    'HttpOnly',
    'SameSite=Strict',
    ...((await isHttps()) ? ['Secure'] : []),
  ].join('; ')

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const readRefused = (cookies: {
  get: (name: string) => { value: string } | undefined
}): Refused | null => {
  const { value } = cookies.get(REFUSAL) ?? {}
  if (value === undefined) return null
  try {
    const { message, email } = JSON.parse(value) as Record<string, unknown>
    return { message: textOf(message), email: textOf(email) }
  } catch {
    return null
  }
}
