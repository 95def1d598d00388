import type { PublicCard } from '@/lib/publicCard'

type Props = { picture: NonNullable<PublicCard['picture']>; className?: string | undefined }

/** A picture that keeps its place while it is loaded. */
export const Picture = ({ picture: { url, alt, width, height }, className }: Props) => (
  <img
    className={className}
    src={url}
    alt={alt}
    width={width}
    height={height}
    loading="lazy"
    decoding="async"
  />
)
