import { callUsers, goTo, readForm } from '../account'
import { ownPath } from '../ownPath'

/** Where the sign-out button leads. Whoever was not signed in any more is signed out as well. */
export const POST = async (request: Request): Promise<Response> => {
  const form = await readForm(request)
  if (!form) return goTo('/masuk')
  const response = await callUsers(request, 'logout', {})
  return goTo(ownPath(form.get('lanjut')) ?? '/masuk', response.headers.getSetCookie())
}

/** Somebody reloaded. */
export const GET = (): Response => goTo('/masuk')
