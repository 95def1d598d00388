import { createHmac, timingSafeEqual } from 'node:crypto'

const LIFETIME_SECONDS = 15 * 60

const signatureOf = (secret: string, name: string, expires: number): string =>
  createHmac('sha256', secret).update(`payment-proof\n${name}\n${expires}`).digest('hex')

/**
 * An address at which a proof opens in an `<img>` without a header, for 15 minutes
 * (contracts/README, "apotek"). Made fresh for each answer.
 */
export const signProofUrl = (secret: string, serverUrl: string, name: string): string => {
  const expires = Math.floor(Date.now() / 1000) + LIFETIME_SECONDS
  const signature = signatureOf(secret, name, expires)
  return `${serverUrl}/api/apotek/image/payments/${name}?expires=${expires}&signature=${signature}`
}

/** Whether an address was signed by us and still lives. */
export const isProofUrlValid = (
  secret: string,
  name: string,
  expires: string | null,
  signature: string | null,
): boolean => {
  if (!expires || !signature || !/^\d{1,12}$/.test(expires)) return false
  if (Number(expires) * 1000 < Date.now()) return false
  const expected = Buffer.from(signatureOf(secret, name, Number(expires)))
  const shown = Buffer.from(signature)
  return shown.length === expected.length && timingSafeEqual(shown, expected)
}
