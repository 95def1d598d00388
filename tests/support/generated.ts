import { api } from './api'
import type { ContractOrder } from './apotek'
import type { Person } from './people'

type Method = 'GET' | 'POST' | 'PATCH' | 'DELETE'

/** What the generated REST answers with. */
export type Generated<Doc> = Doc & {
  doc: Doc
  docs: Doc[]
  totalDocs: number
  errors: { message: string; data?: { errors: Record<string, string[]> } }[]
}

/** Calls the generated REST as somebody, or as a stranger. */
export const rest = async <Doc = { id: number }>(
  method: Method,
  path: string,
  { token }: Partial<Person> = {},
  body?: unknown,
): Promise<{ status: number; body: Generated<Doc> }> => {
  const answer = await api(method, path, { token, body })
  return { status: answer.status, body: answer.body }
}

/** A POST with an Idempotency-Key. */
export const postOnce = async (
  { token }: Person,
  path: string,
  key: string,
  body: unknown,
): Promise<{ status: number; body: { data: ContractOrder } }> => {
  const answer = await api('POST', path, { token, body, headers: { 'Idempotency-Key': key } })
  return { status: answer.status, body: answer.body }
}

/** The same work, all at once. */
export const atOnce = async <T>(count: number, work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, work))
