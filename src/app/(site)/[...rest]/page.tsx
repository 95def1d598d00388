import { notFound } from 'next/navigation'

/** Rendered for each request: a page that was built beforehand cannot carry the CSP's nonce. */
export const dynamic = 'force-dynamic'

/** Every address that nothing else serves. */
const Unknown = () => notFound()

export default Unknown
