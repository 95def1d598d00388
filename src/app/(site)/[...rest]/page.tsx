import { leadOn } from '../moved'
import { readVisitor } from '../visitor'

/** Rendered for each request: a page that was built beforehand cannot carry the CSP's nonce. */
export const dynamic = 'force-dynamic'

type Props = { params: Promise<{ rest: string[] }> }

/** Every address that nothing else serves. */
const Unknown = async ({ params }: Props) =>
  leadOn(await readVisitor(), `/${(await params).rest.join('/')}`)

export default Unknown
