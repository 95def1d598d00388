'use client'

import { useTranslation } from '@payloadcms/ui'
import type { ReactNode } from 'react'
import { useEffect } from 'react'

import { LANGUAGE_COOKIE } from '@/lib/panel/languageCookie'

const YEAR_IN_SECONDS = 365 * 24 * 60 * 60

/** Payload keeps the language once somebody has chosen one; the API has to know the browser's too. */
export const LanguageCookie = ({ children }: { children: ReactNode }) => {
  const { i18n } = useTranslation()
  const { language } = i18n
  useEffect(() => {
    document.cookie = `${LANGUAGE_COOKIE}=${language}; path=/; max-age=${YEAR_IN_SECONDS}; SameSite=Lax`
  }, [language])
  return children
}
