/** Where the panel's menu lists them. */
export const CONSULTATIONS_GROUP = { en: 'Consultations', id: 'Konsultasi' }
