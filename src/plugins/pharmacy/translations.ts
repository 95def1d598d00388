import type { Config } from 'payload'

import { WORDS } from './admin/stock/words'

/** Labels that Payload asks by a key, in a namespace of the pharmacy's own. */
export const withTranslations = ({ i18n }: Config): NonNullable<Config['i18n']> => {
  const known = i18n?.translations as Record<string, object> | undefined
  return {
    ...i18n,
    translations: {
      ...known,
      id: { ...known?.id, pharmacy: { stockCard: WORDS.id.card } },
      en: { ...known?.en, pharmacy: { stockCard: WORDS.en.card } },
    },
  }
}
