import type { Payload } from 'payload'

export type Destination = { href: string; label: string }

/** The pages for readers whose plugin is in. */
export const destinations = ({ config: { collections, globals } }: Payload): Destination[] => [
  ...(collections.some(({ slug }) => slug === 'news') ? [{ href: '/news', label: 'Berita' }] : []),
  ...(globals.some(({ slug }) => slug === 'assistant')
    ? [{ href: '/asisten', label: 'Asisten' }]
    : []),
]
