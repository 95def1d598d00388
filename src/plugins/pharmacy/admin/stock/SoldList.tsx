'use client'

import { useState } from 'react'

import { showRupiah } from '@/lib/panel/showRupiah'
import table from '@/lib/panel/Table.module.css'

import type { SoldObat } from '../../stockReports'
import { useLive } from '../home/useLive'
import { Waiting } from '../home/Waiting'
import { ObatName } from './ObatName'
import { ReportPages } from './ReportPages'
import styles from './Stock.module.css'
import { StockLevel } from './StockLevel'
import type { Words } from './words'

type Page = {
  docs: SoldObat[]
  totalDocs: number
  totalPages: number
  totalSold: number
  totalRevenue: number
}

/** What the last days sold of each obat, and how long the rest lasts. */
export const SoldList = ({ query, words }: { query: string; words: Words }) => {
  const [page, setPage] = useState(1)
  const { body, refusal, reload } = useLive<Page>(`/api/obat/sold?${query}&page=${page}`)
  if (!body) return <Waiting refusal={refusal} reload={reload} words={words} />
  if (body.docs.length === 0) {
    return (
      <div className={table.frame}>
        <p className={styles.empty}>{words.soldNone}</p>
      </div>
    )
  }
  return (
    <>
      <p className={styles.muted} role="status">
        {words.found(body.totalDocs)}:{' '}
        {words.total(String(body.totalSold), showRupiah(body.totalRevenue))}
      </p>
      <div className={table.frame}>
        <table aria-label={words.soldTitle} className={table.table}>
          <thead>
            <tr>
              <th scope="col">{words.obat}</th>
              <th className={table.number} scope="col">
                {words.sold}
              </th>
              <th className={table.number} scope="col">
                {words.revenue}
              </th>
              <th className={table.number} scope="col">
                {words.stock}
              </th>
              <th aria-label={words.low} scope="col" />
              <th className={table.number} scope="col">
                {words.cover}
              </th>
            </tr>
          </thead>
          <tbody>
            {body.docs.map((obat) => (
              <tr key={obat.id}>
                <td>
                  <ObatName {...obat} />
                </td>
                <td className={table.number}>
                  {obat.sold} {obat.unit}
                </td>
                <td className={table.number}>{showRupiah(obat.revenue)}</td>
                <td className={table.number}>{obat.stock}</td>
                <td>
                  {obat.active ? (
                    <StockLevel obat={obat} words={words} />
                  ) : (
                    <span className={`${styles.pill} ${styles.isInactive}`}>{words.inactive}</span>
                  )}
                </td>
                <td className={table.number}>{words.days(obat.daysOfCover)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ReportPages onChange={setPage} page={page} totalPages={body.totalPages} />
    </>
  )
}
