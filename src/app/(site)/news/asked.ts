/** What the address of a list asks for. */
export type Asked = { q: string; page: number }
export type SearchParams = Promise<Record<string, string | string[] | undefined>>

const PAGE = /^[1-9]\d{0,4}$/

const first = (value: string | string[] | undefined): string => [value ?? ''].flat()[0] ?? ''

/** `?q=` and `?hal=`; a page that is none is the first. */
export const readAsked = async (params: SearchParams): Promise<Asked> => {
  const { q, hal } = await params
  const page = first(hal)
  return { q: first(q).trim(), page: PAGE.test(page) ? Number(page) : 1 }
}

/** The address of another page of the same list. */
export const pagePath = (path: string, { q, page }: Asked): string => {
  const search = new URLSearchParams({
    ...(q ? { q } : {}),
    ...(page > 1 ? { hal: `${page}` } : {}),
  })
  return search.size > 0 ? `${path}?${search.toString()}` : path
}
