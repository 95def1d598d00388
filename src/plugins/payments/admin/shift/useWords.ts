'use client'

import { useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'

import type { ShiftWords } from './words'
import { WORDS } from './words'

export const useWords = (): ShiftWords => WORDS[languageOf(useTranslation().i18n)]
