/** Where the panel's menu lists the desk's money. */
export const CASH_GROUP = { en: 'Cash desk', id: 'Kas' }

/** Where it lists what goes through the gateway. */
export const PAYMENTS_GROUP = { en: 'Payments', id: 'Pembayaran' }
