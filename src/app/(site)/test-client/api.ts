export type Person = { id: number; name: string; role: string }

export type Message = {
  id: number
  seq: number
  sender: Person
  content: string
  attachment: { filename: string; url: string } | null
  client_id: string | null
  created_at: string
  delivered_at: string | null
  read_at: string | null
}

export type Status = {
  status: 'scheduled' | 'active' | 'expired'
  started_at: string | null
  expires_at: string | null
}

export const STATUS = { scheduled: 'Terjadwal', active: 'Berlangsung', expired: 'Selesai' }

export type Doctor = { id: number; name: string; fee: number; onDuty: boolean }

export type Answer = Record<string, unknown> & { message?: string }

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
