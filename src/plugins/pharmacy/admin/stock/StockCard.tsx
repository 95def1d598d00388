'use client'

import { Button, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { languageOf } from '@/lib/panel/said'

import type { StockCard as Card } from '../../stockCard'
import { useLive } from '../home/useLive'
import { Waiting } from '../home/Waiting'
import type { StockAction } from './moveStock'
import { MovementsTable } from './MovementsTable'
import { ReportPages } from './ReportPages'
import { StockDialog } from './StockDialog'
import { StockLevel } from './StockLevel'
import styles from './Stock.module.css'
import { WORDS } from './words'

const PER_PAGE = 25

/** What an obat has, what moved it, and the ways to move it. */
export const StockCard = ({ id, mayWriteOff }: { id: number; mayWriteOff: boolean }) => {
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const [page, setPage] = useState(1)
  const [action, setAction] = useState<StockAction | null>(null)
  const path = `/api/obat/${id}/stock-card?page=${page}&limit=${PER_PAGE}`
  const { body, refusal, reload } = useLive<Card>(path)
  if (!body) return <Waiting refusal={refusal} reload={reload} words={words} />

  const { obat, docs, totalPages } = body
  const actions: StockAction[] = [
    'receive',
    'count',
    'adjust',
    ...(mayWriteOff ? ['writeOff' as const] : []),
  ]
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <dl className={styles.facts}>
          <div>
            <dt>{words.stock}</dt>
            <dd>
              <span id="stock-now">
                {obat.stock} {obat.unit}
              </span>
              <StockLevel obat={obat} words={words} />
            </dd>
          </div>
          <div>
            <dt>{words.threshold}</dt>
            <dd>
              {obat.lowStockThreshold} {obat.unit}
            </dd>
          </div>
        </dl>
        <div className={styles.actions}>
          {actions.map((one) => (
            <Button
              buttonStyle={one === 'receive' ? 'primary' : 'secondary'}
              key={one}
              margin={false}
              onClick={() => setAction(one)}
            >
              {words[one]}
            </Button>
          ))}
        </div>
      </div>
      {docs.length === 0 ? (
        <p className={styles.muted}>{words.noMovements}</p>
      ) : (
        <MovementsTable movements={docs} words={words} />
      )}
      <ReportPages onChange={setPage} page={page} totalPages={totalPages} />
      {action && (
        <StockDialog
          action={action}
          obat={obat}
          onClose={() => setAction(null)}
          onDone={() => (page === 1 ? reload() : setPage(1))}
        />
      )}
    </div>
  )
}
