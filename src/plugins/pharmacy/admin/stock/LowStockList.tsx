'use client'

import { Button } from '@payloadcms/ui'
import { useState } from 'react'

import table from '@/lib/panel/Table.module.css'

import type { LowStock } from '../../stockReports'
import { useLive } from '../home/useLive'
import { Waiting } from '../home/Waiting'
import { ObatName } from './ObatName'
import { ReportPages } from './ReportPages'
import styles from './Stock.module.css'
import { StockDialog } from './StockDialog'
import { StockLevel } from './StockLevel'
import type { Words } from './words'

type Page = { docs: LowStock[]; totalDocs: number; totalPages: number }

/** What is at its threshold or below it, the most urgent first; what has come is received here. */
export const LowStockList = ({ query, words }: { query: string; words: Words }) => {
  const [page, setPage] = useState(1)
  const [receiving, setReceiving] = useState<LowStock | null>(null)
  const { body, refusal, reload } = useLive<Page>(`/api/obat/low-stock?${query}&page=${page}`)
  if (!body) return <Waiting refusal={refusal} reload={reload} words={words} />
  return (
    <>
      <div className={table.frame}>
        {body.docs.length === 0 ? (
          <p className={styles.empty}>{words.lowNone}</p>
        ) : (
          <table aria-label={words.lowTitle} className={table.table}>
            <thead>
              <tr>
                <th scope="col">
                  {words.obat} ({body.totalDocs})
                </th>
                <th className={table.number} scope="col">
                  {words.stock}
                </th>
                <th className={table.number} scope="col">
                  {words.threshold}
                </th>
                <th aria-label={words.low} scope="col" />
                <th aria-label={words.receive} scope="col" />
              </tr>
            </thead>
            <tbody>
              {body.docs.map((obat) => (
                <tr key={obat.id}>
                  <td>
                    <ObatName {...obat} />
                  </td>
                  <td className={table.number}>
                    {obat.stock} {obat.unit}
                  </td>
                  <td className={table.number}>{obat.lowStockThreshold}</td>
                  <td>
                    <StockLevel obat={obat} words={words} />
                  </td>
                  <td className={styles.act}>
                    <Button
                      aria-label={`${words.receive} ${obat.name}`}
                      buttonStyle="secondary"
                      margin={false}
                      onClick={() => setReceiving(obat)}
                      size="small"
                    >
                      {words.receive}
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      <ReportPages onChange={setPage} page={page} totalPages={body.totalPages} />
      {receiving && (
        <StockDialog
          action="receive"
          obat={receiving}
          onClose={() => setReceiving(null)}
          onDone={reload}
        />
      )}
    </>
  )
}
