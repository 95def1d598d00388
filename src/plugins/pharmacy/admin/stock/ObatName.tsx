'use client'

import { Link, useConfig } from '@payloadcms/ui'

import styles from './Stock.module.css'

/** An obat in a report: its name leads to its stock card. */
export const ObatName = ({ id, name, sku }: { id: number; name: string; sku: string | null }) => {
  const { config } = useConfig()
  return (
    <>
      <Link
        className={styles.name ?? ''}
        href={`${config.routes.admin}/collections/obat/${id}/stock`}
      >
        {name}
      </Link>
      {sku && <span className={styles.code}>{sku}</span>}
    </>
  )
}
