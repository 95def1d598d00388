const LOCALES = { id: 'id-ID', en: 'en-GB' } as const
export type Language = keyof typeof LOCALES

/** A calendar day is no moment: it is shown as if it were one in UTC. */
const show = (date: string, language: Language, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALES[language], { ...options, timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  )

/** `21/11` */
export const shortDay = (date: string): string =>
  show(date, 'id', { day: '2-digit', month: '2-digit' })

/** `Sabtu, 21/11/2026` */
export const longDay = (date: string, language: Language): string =>
  show(date, language, { weekday: 'long', day: '2-digit', month: '2-digit', year: 'numeric' })

/** `Sabtu` */
export const weekday = (date: string, language: Language): string =>
  show(date, language, { weekday: 'long' })
