import type { CollectionBeforeOperationHook } from 'payload'
import { Forbidden } from 'payload'

import { clientIp } from '@/lib/clientIp'
import { makeProofPicture } from '@/lib/proofPicture'
import type { Limit } from '@/lib/rateLimit'
import { consume } from '@/lib/rateLimit'

import { paymentProofs as access } from '../access'
import { pictureNeeded, PROOF_FIELD } from '../errors'
import type { PharmacyOptions } from '../index'

const UPLOADS: Limit = { name: 'proof-upload', points: 60, seconds: 60 * 60 }

/** Whichever door a proof comes through, what is stored is a picture of our own making. */
export const reencodeProof =
  ({ rateLimitFactor }: PharmacyOptions): CollectionBeforeOperationHook =>
  async ({ operation, overrideAccess, req }) => {
    if (operation !== 'create') return
    // Payload asks for rights only after this hook: whoever has none costs no picture.
    if (overrideAccess !== true && !(await access.create?.({ req }))) throw new Forbidden(req.t)
    if (!req.file) throw pictureNeeded()
    await consume(req, UPLOADS, String(req.user?.id ?? clientIp(req.headers)), rateLimitFactor)
    req.file = { ...req.file, ...(await makeProofPicture(PROOF_FIELD, req.file.data)) }
  }
