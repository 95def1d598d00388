'use client'

import { Button, useDebounce, useTranslation } from '@payloadcms/ui'
import { useState } from 'react'

import { languageOf } from '@/lib/panel/said'

import { LowStockList } from './LowStockList'
import { SoldList } from './SoldList'
import styles from './Stock.module.css'
import { WORDS } from './words'

const TYPING_PAUSE_MS = 250
const PERIODS = [7, 30, 90]

/** What is low, and what sold: searched, sorted, exported. */
export const StockOverview = () => {
  const { i18n } = useTranslation()
  const words = WORDS[languageOf(i18n)]
  const [tab, setTab] = useState<'low' | 'sold'>('low')
  const [typed, setTyped] = useState('')
  const [days, setDays] = useState(30)
  const [sort, setSort] = useState<keyof typeof words.sorts>('sold')
  const search = useDebounce(typed, TYPING_PAUSE_MS)
  const query = new URLSearchParams({
    ...(search ? { search } : {}),
    ...(tab === 'sold' ? { days: String(days), sort } : {}),
  }).toString()
  const report = tab === 'low' ? 'low-stock' : 'sold'
  return (
    <div className={styles.page}>
      <h1 className={styles.title}>{words.title}</h1>
      <div className={styles.tools}>
        <div className={styles.tabs} role="tablist">
          {(['low', 'sold'] as const).map((one) => (
            <button
              aria-controls="stock-report"
              aria-selected={tab === one}
              key={one}
              onClick={() => setTab(one)}
              role="tab"
              type="button"
            >
              {one === 'low' ? words.lowTitle : words.soldTitle}
            </button>
          ))}
        </div>
        <div className={`${styles.field} ${styles.searching}`}>
          <input
            aria-label={words.search}
            onChange={({ target }) => setTyped(target.value)}
            placeholder={words.search}
            type="search"
            value={typed}
          />
        </div>
        {tab === 'sold' && (
          <>
            <div className={styles.field}>
              <select
                aria-label={words.period}
                onChange={({ target }) => setDays(Number(target.value))}
                value={days}
              >
                {PERIODS.map((one) => (
                  <option key={one} value={one}>
                    {words.lastDays(one)}
                  </option>
                ))}
              </select>
            </div>
            <div className={styles.field}>
              <select
                aria-label={words.sortBy}
                onChange={({ target }) => setSort(target.value as typeof sort)}
                value={sort}
              >
                {Object.entries(words.sorts).map(([one, said]) => (
                  <option key={one} value={one}>
                    {said}
                  </option>
                ))}
              </select>
            </div>
          </>
        )}
        <span className={styles.spacer} />
        <Button
          buttonStyle="secondary"
          el="anchor"
          margin={false}
          url={`/api/obat/${report}/export?${query}`}
        >
          {words.export}
        </Button>
      </div>
      <div id="stock-report" role="tabpanel">
        {tab === 'low' ? (
          <LowStockList key={query} query={query} words={words} />
        ) : (
          <SoldList key={query} query={query} words={words} />
        )}
      </div>
    </div>
  )
}
