'use client'

import { Button, useAuth, useConfig, useListDrawerContext, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'

import styles from './Import.module.css'
import { WORDS } from './words'

/** Above the list of obat: the way to the import, for those who may. */
export const ImportLink = () => {
  const { user } = useAuth()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { isInDrawer } = useListDrawerContext()
  if (isInDrawer || user?.role !== 'admin') return null
  return (
    <div className={styles.bar}>
      <Button
        buttonStyle="secondary"
        el="link"
        margin={false}
        size="small"
        to={`${config.routes.admin}/collections/obat/import`}
      >
        {WORDS[languageOf(i18n)].import}
      </Button>
    </div>
  )
}
