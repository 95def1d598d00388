import type { Where } from 'payload'

import type { TransactionStatus } from '../../contract'
import { TRANSACTION_STATUSES } from '../../contract'
import { STATUS_LABELS } from '../../words'
import type { Words } from './words'

type QuickFilter = { key: string; label: string; where: Where | null }

const FLAGS = ['refundDue', 'underReview', 'disputed'] as const

const sameStatus = (status: TransactionStatus): Where => ({ status: { equals: status } })

/** The filters that are a press away: every status, and what needs somebody. */
export const quickFilters = (words: Words, language: 'en' | 'id'): QuickFilter[] => [
  { key: 'all', label: words.all, where: null },
  ...TRANSACTION_STATUSES.map((status) => ({
    key: status,
    label: STATUS_LABELS[status][language],
    where: sameStatus(status),
  })),
  ...FLAGS.map((flag) => ({
    key: flag,
    label: words[flag],
    where: { [flag]: { equals: 'true' } },
  })),
]

/** As an address of the panel's list. */
export const searchOf = (where: Where | null): string => {
  if (!where) return ''
  const [[field, condition] = ['', {}]] = Object.entries(where)
  const [[operator, value] = ['', '']] = Object.entries(condition as Record<string, string>)
  return `?where[or][0][and][0][${field}][${operator}]=${value}`
}

/** Whether a list is filtered so, and only so. */
export const isFilteredBy = (asked: unknown, where: Where | null): boolean => {
  const said = JSON.stringify(asked ?? {})
  const plain = said.replaceAll(/true(?!")/g, '"true"')
  if (!where) return said === '{}' || !/"(?:equals|in|like|exists)"/.test(said)
  const inner = JSON.stringify(where)
  return plain === inner || plain === JSON.stringify({ or: [{ and: [where] }] })
}
