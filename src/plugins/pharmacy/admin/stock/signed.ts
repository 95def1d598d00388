/** A movement's quantity as the ledger writes it: `+5`, `−3`. */
export const signed = (quantity: number): string =>
  quantity > 0 ? `+${quantity}` : String(quantity).replace('-', '−')
