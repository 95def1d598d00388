/** Where the panel's menu lists the pharmacy's collections. */
export const PHARMACY_GROUP = { en: 'Pharmacy', id: 'Apotek' }
