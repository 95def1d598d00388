/** Where the panel's menu lists them. */
export const ASSISTANT_GROUP = { en: 'Assistant', id: 'Asisten' }
