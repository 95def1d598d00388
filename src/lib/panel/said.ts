/** A text in the languages that the panel speaks. */
export type Said = { en: string; id: string }

/** The panel's language, of Payload's `i18n`. Browser-safe. */
export const languageOf = ({ language }: { language: string }): 'en' | 'id' =>
  language === 'en' ? 'en' : 'id'

/** A dictionary of Indonesian texts that need only their English: Indonesian → both. */
export const alsoInEnglish = (english: Record<string, string>): Record<string, Said> =>
  Object.fromEntries(Object.entries(english).map(([id, en]) => [id, { en, id }]))
