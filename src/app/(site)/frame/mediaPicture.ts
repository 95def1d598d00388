import type { PublicCard } from '@/lib/publicCard'
import type { Media } from '@/payload-types'

type Picture = NonNullable<PublicCard['picture']>
type Size = { filename?: string | null; width?: number | null; height?: number | null }

/** A path of ours: pages show pictures of no other address. */
const pictureOf = ({ filename, width, height }: Size, alt: string): Picture | null =>
  filename && width && height
    ? { url: `/api/media/file/${encodeURIComponent(filename)}`, alt, width, height }
    : null

/**
 * A picture that a document names, no larger than a page needs it; null for files that are no pictures.
 * @param size of those that uploads are kept in, if it is there: small pictures have themselves alone
 */
export const mediaPicture = (
  media: Media | number | null | undefined,
  size: 'card' | 'large',
): Picture | null => {
  if (typeof media !== 'object' || media === null) return null
  const alt = media.alt ?? ''
  return pictureOf(media.sizes?.[size] ?? {}, alt) ?? pictureOf(media, alt)
}
