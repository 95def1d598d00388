import { callUsers, goTo, keepRefused, readForm } from '../account'
import { ownPath } from '../ownPath'

const FAILED = 'Gagal masuk, silakan coba lagi.'
const EMAIL_MAX = 255

const textIn = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** `Coba lagi dalam 12 menit.`, of an answer that says so. */
const laterIn = (response: Response): string => {
  const seconds = Number(response.headers.get('Retry-After'))
  if (!(seconds > 0)) return ''
  const minutes = Math.ceil(seconds / 60)
  return ` Coba lagi dalam ${minutes} menit.`
}

/** Why not, in the API's words. */
const refusalIn = async (response: Response): Promise<string> => {
  const body = (await response.json().catch(() => null)) as {
    message?: string
    errors?: { message?: string }[]
  } | null
  return (body?.errors?.[0]?.message ?? body?.message ?? FAILED) + laterIn(response)
}

/** Where the sign-in form leads: on to where its reader wanted to go, or back, with what was wrong. */
export const POST = async (request: Request): Promise<Response> => {
  const form = await readForm(request)
  if (!form) return goTo('/masuk')
  const next = ownPath(form.get('lanjut'))
  const email = textIn(form, 'email').slice(0, EMAIL_MAX)
  const credentials = { email, password: textIn(form, 'password') }
  const response = await callUsers(request, 'login', credentials)
  if (response.ok) return goTo(next ?? '/masuk', response.headers.getSetCookie())
  const search = new URLSearchParams({ ...(next ? { lanjut: next } : {}), gagal: '1' })
  const kept = await keepRefused({ email, message: await refusalIn(response) })
  return goTo(`/masuk?${search.toString()}`, [kept])
}

/** Somebody reloaded. */
export const GET = (): Response => goTo('/masuk')
