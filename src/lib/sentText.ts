import { ApiError } from './apiError'

/**
 * A text that a client has sent, without the blanks around it; null when there is none. For hooks that
 * run before Payload looks at the field.
 * @throws {ApiError} 400 when it is no text
 */
export const sentText = (field: string, value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (typeof value === 'string') return value.trim() || null
  const message = `${field} harus berupa teks.`
  throw new ApiError(400, message, { errors: { [field]: [message] } })
}
