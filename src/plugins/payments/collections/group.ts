/** Where the panel's menu lists the desk's money. */
export const CASH_GROUP = { en: 'Cash desk', id: 'Kas' }
