import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'

import { signOut } from '../operations/signOut'
import { signedOut } from '../schemas'
import { signingInEndpoints } from './signingIn'

const logout = contractEndpoint(apotekEnvelope)({
  method: 'post',
  path: '/apotek/logout',
  docs: {
    tag: 'Apotek: account',
    summary: 'Sign out',
    description: 'Ends this session: its token is dead at once.',
  },
  roles: [],
  answers: { 200: signedOut },
  handle: async (req) => {
    await signOut(req)
    return { status: 200, body: { success: true, message: 'Logout berhasil' } }
  },
})

/** The account part of contract apotek.md, under `/api/apotek`. */
export const accountEndpoints: Endpoint[] = [...signingInEndpoints, logout]
