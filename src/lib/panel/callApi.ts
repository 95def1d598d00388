/** What the API said: the body, or why not, in words that staff can read. */
export type Called<Body> =
  | { isDone: true; body: Body; refusal: null }
  | { isDone: false; body: null; refusal: string; status: number; faults: Fault[] }

/** What is wrong with a field of what was sent: `schedule.0.endTime`. */
type Fault = { path: string; message: string }

/**
 * Whether an answer with this status leaves open if the request was carried out: none came, something on
 * the way failed, or it is to be sent again. Sent again with the same key, it is the same request.
 */
export const isOutcomeUnknown = (status: number): boolean =>
  status === 0 || status >= 500 || [401, 408, 429].includes(status)

type Options = {
  method?: 'GET' | 'POST' | 'PATCH'
  /** Sent as JSON; a form as it is. */
  body?: unknown
  /** Makes a repeated POST harmless: the same key for the same press of a button. */
  idempotencyKey?: string
  signal?: AbortSignal
}

type Refused = { message?: string; data?: { errors?: Fault[] } | null }
type Refusal = { message?: string; errors?: Refused[] | Record<string, string[]> }

const firstOf = (answer: Refusal | null): Refused | undefined =>
  Array.isArray(answer?.errors) ? answer.errors[0] : undefined

const refusalIn = (answer: Refusal | null): string =>
  firstOf(answer)?.message ?? answer?.message ?? ''

const faultsIn = (answer: Refusal | null): Fault[] => {
  const faults = firstOf(answer)?.data?.errors
  return Array.isArray(faults) ? faults : []
}

/**
 * Calls the API from the panel, as the one who is signed in. Never throws: a server that cannot be
 * reached is a refusal with status 0 and no words.
 * @param path below the server's address: `/api/orders/1/cancel`
 */
export const callApi = async <Body>(
  path: string,
  { method = 'GET', body, idempotencyKey, signal }: Options = {},
): Promise<Called<Body>> => {
  const isForm = body instanceof FormData
  try {
    const response = await fetch(path, {
      method,
      credentials: 'include',
      headers: {
        ...(body === undefined || isForm ? {} : { 'Content-Type': 'application/json' }),
        ...(idempotencyKey ? { 'Idempotency-Key': idempotencyKey } : {}),
      },
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    })
    const answer = (await response.json().catch(() => null)) as unknown
    if (response.ok) return { isDone: true, body: answer as Body, refusal: null }
    const said = answer as Refusal | null
    const { status } = response
    return { isDone: false, body: null, refusal: refusalIn(said), status, faults: faultsIn(said) }
  } catch {
    return { isDone: false, body: null, refusal: '', status: 0, faults: [] }
  }
}
