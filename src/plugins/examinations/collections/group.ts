/** Where the panel's menu lists them. */
export const EXAMINATIONS_GROUP = { en: 'Examinations', id: 'Pemeriksaan' }
