import type { Config } from 'payload'

import type { Said } from './said'

/** Labels that Payload asks by a key (`<namespace>:<key>`), in a namespace of a plugin's own. */
export const withLabels = (
  { i18n }: Config,
  namespace: string,
  labels: Record<string, Said>,
): NonNullable<Config['i18n']> => {
  const known = i18n?.translations as Record<string, object> | undefined
  const inLanguage = (language: keyof Said) => ({
    ...known?.[language],
    [namespace]: Object.fromEntries(
      Object.entries(labels).map(([key, said]) => [key, said[language]]),
    ),
  })
  return { ...i18n, translations: { ...known, id: inLanguage('id'), en: inLanguage('en') } }
}
