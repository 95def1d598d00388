const MAX_LENGTH = 8_192

export type Target = { path: string; search: string }

/** Why a request's target is not served. */
export type TargetFault = { status: 400 | 414; message: string }

const MALFORMED: TargetFault = { status: 400, message: 'Alamat tidak valid.' }

/**
 * Reads a request's target as the rest of the way will (WHATWG URL), and refuses what would be an
 * exception further on: broken percent signs, null bytes, absolute and endless addresses.
 */
export const readTarget = (url: string): Target | TargetFault => {
  if (url.length > MAX_LENGTH) return { status: 414, message: 'Alamat terlalu panjang.' }
  if (!url.startsWith('/') || url.includes('%00') || url.includes('\\')) return MALFORMED
  try {
    const { pathname, search } = new URL(`http://localhost${url}`)
    decodeURIComponent(pathname)
    return { path: pathname, search }
  } catch {
    return MALFORMED
  }
}
