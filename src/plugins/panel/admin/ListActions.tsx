'use client'

import {
  Button,
  Popup,
  PopupList,
  toast,
  useAuth,
  useConfig,
  useListDrawerContext,
  useListQuery,
  useTableColumns,
  useTranslation,
} from '@payloadcms/ui'
import { useRef, useState } from 'react'

import { hasRole } from '@/access'
import type { ListLink } from '@/lib/panel/listLinks'
import { languageOf } from '@/lib/panel/said'

import type { Progress } from './downloadList'
import { downloadList } from './downloadList'
import styles from './ListActions.module.css'
import { WORDS } from './words'

/** Where numbers have a decimal comma, spreadsheets expect semicolons between cells. */
const delimiterHere = (): string =>
  (1.5).toLocaleString(navigator.language).includes(',') ? ';' : ','

/**
 * Above a list: its links, and the export of what it shows, all of its pages, as CSV: the columns on the
 * screen, or all there are.
 */
export const ListActions = ({ links }: { links: ListLink[] }) => {
  const { user } = useAuth()
  const { config } = useConfig()
  const { i18n } = useTranslation()
  const { isInDrawer } = useListDrawerContext()
  const { collectionSlug, data, query } = useListQuery()
  const { columns } = useTableColumns()
  const [progress, setProgress] = useState<Progress | null>(null)
  const abort = useRef<AbortController | null>(null)
  const words = WORDS[languageOf(i18n)]
  if (isInDrawer) return null

  const shown = columns
    .filter(({ active, accessor }) => active && !accessor.startsWith('_'))
    .map(({ accessor }) => accessor)

  const run = async (asked: string[] | null) => {
    const search = new URLSearchParams({ delimiter: delimiterHere() })
    if (query.where) search.set('where', JSON.stringify(query.where))
    if (query.search) search.set('search', query.search)
    if (query.sort) search.set('sort', String(query.sort))
    if (asked) search.set('columns', asked.join(','))
    abort.current = new AbortController()
    setProgress({ done: 0, total: data?.totalDocs ?? 0 })
    try {
      const path = `${config.routes.api}/${collectionSlug}/export?${search.toString()}`
      const rows = await downloadList(path, setProgress, abort.current.signal)
      toast.success(words.exported(rows))
    } catch (error) {
      if (!abort.current.signal.aborted) toast.error((error as Error).message || words.failed)
    } finally {
      setProgress(null)
    }
  }

  if (progress) {
    return (
      <div className={styles.bar}>
        <div className={styles.progress} role="status">
          <progress aria-label={words.exporting} max={progress.total || 1} value={progress.done} />
          {words.rows(progress.done, progress.total)}
        </div>
        <Button
          buttonStyle="secondary"
          margin={false}
          onClick={() => abort.current?.abort()}
          size="small"
        >
          {words.stop}
        </Button>
      </div>
    )
  }
  return (
    <div className={styles.bar}>
      {links
        .filter(({ roles }) => hasRole({ user: user as never }, ...roles))
        .map(({ path, label }) => (
          <Button
            buttonStyle="secondary"
            el="link"
            key={path}
            margin={false}
            size="small"
            to={`${config.routes.admin}/collections/${collectionSlug}${path}`}
          >
            {label[languageOf(i18n)]}
          </Button>
        ))}
      <Popup
        button={
          <Button buttonStyle="secondary" el="div" icon="chevron" margin={false} size="small">
            {words.export}
          </Button>
        }
        horizontalAlign="right"
        render={({ close }) => (
          <PopupList.ButtonGroup>
            <PopupList.Button onClick={() => (close(), void run(shown))}>
              {words.shownColumns}
            </PopupList.Button>
            <PopupList.Button onClick={() => (close(), void run(null))}>
              {words.allColumns}
            </PopupList.Button>
          </PopupList.ButtonGroup>
        )}
      />
    </div>
  )
}
