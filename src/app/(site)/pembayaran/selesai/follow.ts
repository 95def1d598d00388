/** Reads a payment of one's own over the API, as whoever is signed in here. */

const ask = async <Body>(path: string, signal: AbortSignal): Promise<Body | null> => {
  try {
    const response = await fetch(path, { credentials: 'same-origin', signal })
    return response.ok ? ((await response.json()) as Body) : null
  } catch {
    return null
  }
}

/** The number that the gateway knows an attempt by is the invoice's, with `~2`, `~3` after later ones. */
const invoiceOf = (gatewayOrderId: string): string => gatewayOrderId.replace(/~\d+$/, '')

/** @returns the transaction's id; null for nobody's, somebody else's, or when nobody is signed in */
export const findTransaction = async (
  gatewayOrderId: string,
  signal: AbortSignal,
): Promise<string | null> => {
  const search = new URLSearchParams({
    'where[invoiceNumber][equals]': invoiceOf(gatewayOrderId),
    depth: '0',
    limit: '1',
  })
  const found = await ask<{ docs: { id: string }[] }>(
    `/api/transactions?${search.toString()}`,
    signal,
  )
  return found?.docs[0]?.id ?? null
}

/** `GET /api/v1/orders/:id/status`; null when it cannot be had now. */
export const readStatus = async (id: string, signal: AbortSignal): Promise<string | null> => {
  const answer = await ask<{ data: { status: string } }>(`/api/v1/orders/${id}/status`, signal)
  return answer?.data.status ?? null
}
