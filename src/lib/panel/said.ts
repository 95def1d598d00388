/** A text in the languages that the panel speaks. */
export type Said = { en: string; id: string }

/** The panel's language, of Payload's `i18n`. Browser-safe. */
export const languageOf = ({ language }: { language: string }): 'en' | 'id' =>
  language === 'en' ? 'en' : 'id'
