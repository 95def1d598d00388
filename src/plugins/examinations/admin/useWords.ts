'use client'

import { useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'

import type { Words } from './words'
import { WORDS } from './words'

export const useWords = (): Words & { language: 'en' | 'id' } => {
  const language = languageOf(useTranslation().i18n)
  return { ...WORDS[language], language }
}
