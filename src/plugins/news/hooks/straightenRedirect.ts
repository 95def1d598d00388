import type { CollectionBeforeChangeHook, PayloadRequest } from 'payload'

import type { Redirect } from '@/payload-types'

import { newsPath } from '../constants'
import { redirectLoop, redirectTaken } from '../errors'
import { findSlug, findTarget, isPublishedAt, lockRedirects, passOn } from '../redirects.sql'

type To = NonNullable<Redirect['to']>

/** Where a redirect leads after all that lead on from there. */
const endOf = async (req: PayloadRequest, to: To, except: number | null): Promise<To> => {
  if (to.type !== 'custom' || !to.url) return to
  const next = await findTarget(req, to.url, except)
  if (!next) return { ...to, reference: null }
  if (next.article === null) return { type: 'custom', url: next.url, reference: null }
  return { type: 'reference', reference: { relationTo: 'news', value: next.article }, url: null }
}

const pathOf = async (req: PayloadRequest, to: To): Promise<string | null> => {
  if (to.type === 'custom') return to.url ?? null
  const article = to.reference?.value
  const id = typeof article === 'object' ? article.id : article
  const slug = id ? await findSlug(req, id) : null
  return slug && newsPath(slug)
}

const NEWS = newsPath('')

/**
 * A redirect leads to its end in one step, never to itself, and not away from a published article.
 * @throws {ApiError} 409, 422
 */
export const straightenRedirect: CollectionBeforeChangeHook<Redirect> = async ({
  data,
  originalDoc,
  req,
}) => {
  const from = data.from ?? originalDoc?.from ?? ''
  await lockRedirects(req)
  if (from.startsWith(NEWS) && (await isPublishedAt(req, from.slice(NEWS.length)))) {
    throw redirectTaken()
  }
  const to = await endOf(req, { ...originalDoc?.to, ...data.to }, originalDoc?.id ?? null)
  const end = await pathOf(req, to)
  if (end === from) throw redirectLoop()
  if (end) await passOn(req, from, end)
  return { ...data, to }
}
