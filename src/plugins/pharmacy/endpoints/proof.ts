import type { Endpoint } from 'payload'

import { isDesk } from '@/access'
import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { PROOF_HEADERS } from '@/lib/proofPicture'
import { readUpload } from '@/lib/readUpload'
import { unauthenticated } from '@/lib/refusals'

import { findProofOwner } from '../contract.sql'
import { imageNotFound, notTheOwner } from '../errors'
import { isProofUrlValid } from '../proofUrl'
import { proofName, proofQuery } from '../requests'
import { ORDERS_TAG } from './answers'

/** A payment proof: by its signed address, or to its owner and the desk (contracts/README, "apotek"). */
export const proofEndpoint: Endpoint = contractEndpoint(apotekEnvelope)({
  method: 'get',
  path: '/apotek/image/payments/:name',
  docs: {
    tag: ORDERS_TAG,
    summary: 'The picture of a payment proof',
    description:
      'Orders answer its address, signed for 15 minutes, as `payment_details.proof_url`. ' +
      'Without a valid signature only its owner and the desk may see it.',
  },
  params: { name: proofName },
  query: proofQuery,
  answers: { 200: { mediaType: 'image/jpeg' } },
  refusals: [unauthenticated, notTheOwner, imageNotFound],
  handle: async (req, { query: { expires = null, signature = null } }) => {
    const name = String(req.routeParams?.name)
    const isSigned = isProofUrlValid(req.payload.secret, name, expires, signature)
    const proof = proofName.safeParse(name).success ? await findProofOwner(req, name) : null
    const maySee = isSigned || isDesk(req) || (req.user && proof?.user === req.user.id)
    if (!maySee) throw req.user ? notTheOwner() : unauthenticated()
    const bytes = proof && (await readUpload(req, 'payment-proofs', name))
    if (!bytes) throw imageNotFound()
    return new Response(bytes, { headers: PROOF_HEADERS })
  },
})
