import type { Config } from 'payload'

import { WORDS } from './admin/schedule/words'

/** Labels that Payload asks by a key, in a namespace of the consultations' own. */
export const withTranslations = ({ i18n }: Config): NonNullable<Config['i18n']> => {
  const known = i18n?.translations as Record<string, object> | undefined
  return {
    ...i18n,
    translations: {
      ...known,
      id: { ...known?.id, consultations: { schedule: WORDS.id.title } },
      en: { ...known?.en, consultations: { schedule: WORDS.en.title } },
    },
  }
}
