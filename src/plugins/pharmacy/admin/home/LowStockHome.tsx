'use client'

import { Link, useConfig, useTranslation } from '@payloadcms/ui'

import { languageOf } from '@/lib/panel/said'

import type { LowStock } from '../../stockReports'
import styles from './Home.module.css'
import { useLive } from './useLive'
import { Waiting } from './Waiting'
import { WORDS } from './words'

const SHOWN = 8

type Page = { docs: LowStock[]; totalDocs: number }

/** What is at its threshold or below it, the most urgent first. */
export const LowStockHome = () => {
  const { i18n } = useTranslation()
  const { config } = useConfig()
  const { body, refusal, reload } = useLive<Page>(`/api/obat/low-stock?limit=${SHOWN}`)
  const words = WORDS[languageOf(i18n)]
  const { admin } = config.routes
  const hidden = body ? body.totalDocs - body.docs.length : 0
  return (
    <article className={styles.card}>
      <h2 className={styles.heading}>{words.low}</h2>
      {!body && <Waiting refusal={refusal} reload={reload} words={words} />}
      {body?.totalDocs === 0 && <p>{words.noneLow}</p>}
      {body && body.totalDocs > 0 && (
        <ul className={styles.list}>
          {body.docs.map(({ id, name, stock, unit, lowStockThreshold }) => (
            <li className={styles.item} key={id}>
              <Link href={`${admin}/collections/obat/${id}`}>{name}</Link>
              <span className={stock === 0 ? styles.out : styles.low}>
                {stock === 0
                  ? words.out
                  : words.left(`${stock} ${unit ?? ''}`.trim(), String(lowStockThreshold))}
              </span>
            </li>
          ))}
        </ul>
      )}
      <p className={styles.foot}>
        <Link href={`${admin}/stock`}>{words.toStock}</Link>
        {hidden > 0 && ` ${words.more(hidden)}`}
      </p>
    </article>
  )
}
