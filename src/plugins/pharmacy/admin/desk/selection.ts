type Numbered = { id: number }

/** The order that comes next when one leaves the queue: the one behind it, else the one before. */
export const neighbour = (orders: readonly Numbered[], id: number | null): number | null => {
  const index = orders.findIndex((order) => order.id === id)
  if (index === -1) return orders[0]?.id ?? null
  return (orders[index + 1] ?? orders[index - 1])?.id ?? null
}

/** The order that many steps away, no further than the ends. */
export const stepFrom = (
  orders: readonly Numbered[],
  id: number | null,
  step: number,
): number | null => {
  const index = orders.findIndex((order) => order.id === id)
  const wanted = index === -1 ? 0 : index + step
  return orders[Math.min(Math.max(wanted, 0), orders.length - 1)]?.id ?? null
}
