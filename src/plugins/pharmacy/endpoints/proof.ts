import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Endpoint } from 'payload'

import { isDesk } from '@/access'
import { ApiError } from '@/lib/apiError'
import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { findProofOwner } from '../contract.sql'
import type { PharmacyOptions } from '../index'
import { isProofUrlValid } from '../proofUrl'

const NAME = /^[0-9a-f]{32}\.jpg$/
const notFound = () => new ApiError(404, 'Image not found')

/** A payment proof: by its signed address, or to its owner and the desk (contracts/README, "apotek"). */
export const proofEndpoint = ({ proofsDir }: PharmacyOptions): Endpoint =>
  contractEndpoint(apotekEnvelope)({
    method: 'get',
    path: '/apotek/image/payments/:name',
    handle: async (req) => {
      const name = String(req.routeParams?.name)
      const { searchParams } = req
      const expires = searchParams?.get('expires') ?? null
      const signature = searchParams?.get('signature') ?? null
      const isSigned = isProofUrlValid(req.payload.secret, name, expires, signature)
      const proof = NAME.test(name) ? await findProofOwner(req, name) : null
      const maySee = isSigned || isDesk(req) || (req.user && proof?.user === req.user.id)
      if (!maySee)
        throw new ApiError(req.user ? 403 : 401, req.user ? 'Unauthorized' : 'Unauthenticated.')
      if (!proof) throw notFound()
      const bytes = await readFile(join(proofsDir, name)).catch(() => null)
      if (!bytes) throw notFound()
      return new Response(bytes, {
        headers: {
          'Content-Type': 'image/jpeg',
          'Content-Disposition': 'inline',
          'Cache-Control': 'private, no-store',
          'Cross-Origin-Resource-Policy': 'cross-origin',
          'X-Content-Type-Options': 'nosniff',
        },
      })
    },
  })
