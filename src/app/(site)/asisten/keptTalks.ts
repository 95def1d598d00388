import type { Message } from './talk'

export type KeptTalk = { id: string; clientId: string | null; title: string; updatedAt: string }

const PATH = '/api/assistant-conversations'
const LISTED = new URLSearchParams({
  depth: '0',
  limit: '100',
  sort: '-updatedAt',
  'select[title]': 'true',
  'select[clientId]': 'true',
  'select[updatedAt]': 'true',
})

const call = async <Body>(path: string, method: 'GET' | 'DELETE'): Promise<Body | null> => {
  try {
    const response = await fetch(`${PATH}${path}`, { method, credentials: 'same-origin' })
    // Deleted in another window: that is what was wanted.
    if (method === 'DELETE' && response.status === 404) return {} as Body
    return response.ok ? ((await response.json()) as Body) : null
  } catch {
    return null
  }
}

/** One's own kept talks, the newest first; null when they cannot be had now. */
export const listKept = async (): Promise<KeptTalk[] | null> =>
  (await call<{ docs: KeptTalk[] }>(`?${LISTED.toString()}`, 'GET'))?.docs ?? null

export const readKept = async (id: string): Promise<Pick<Message, 'role' | 'content'>[] | null> =>
  (await call<{ messages: Message[] }>(`/${id}?depth=0`, 'GET'))?.messages ?? null

export const deleteKept = async (id: string): Promise<boolean> =>
  (await call(`/${id}`, 'DELETE')) !== null

/** Whether that is the talk, by its own id or by the one that this page gave it. */
export const isSame = ({ id, clientId }: KeptTalk, talk: { id: string }): boolean =>
  id === talk.id || clientId === talk.id
