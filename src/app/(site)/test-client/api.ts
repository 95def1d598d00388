export type Message = {
  id: number
  seq: number
  sender: { id: number; name: string; role: string }
  content: string
  attachment: { filename: string; url: string } | null
  client_id: string | null
  created_at: string
  delivered_at: string | null
  read_at: string | null
}

export type Status = {
  status: 'scheduled' | 'active' | 'expired'
  expires_at: string | null
  remaining_seconds: number
}

export type Doctor = { id: number; name: string; fee: number; onDuty: boolean }

type Answer = Record<string, unknown> & { message?: string }

/** Calls the API as a patient's app does. Never throws: what went wrong is the answer's message. */
export const callApi = async (path: string, token: string, body?: unknown): Promise<Answer> => {
  try {
    const response = await fetch(`/api${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: {
        ...(token ? { Authorization: `Bearer ${token}` } : {}),
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    return (await response.json()) as Answer
  } catch {
    return { message: 'Server tidak dapat dihubungi.' }
  }
}
