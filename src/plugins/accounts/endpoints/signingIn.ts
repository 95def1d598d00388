import type { Endpoint } from 'payload'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint } from '@/lib/contractEndpoint'
import { tooManyAttempts } from '@/lib/refusals'

import { emailTaken, registrationClosed, wrongPair } from '../errors'
import { register } from '../operations/register'
import { signIn } from '../operations/signIn'
import { presentSignedIn } from '../present'
import { credentials, registration, signedIn } from '../schemas'

const endpoint = contractEndpoint(apotekEnvelope)
const tag = 'Apotek: account'

/** The doors of contract apotek.md, under `/api/apotek`. */
export const signingInEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/apotek/register',
    docs: { tag, summary: 'Register as a patient', description: 'And sign in at once.' },
    body: registration,
    answers: { 201: signedIn('Registrasi berhasil') },
    refusals: [emailTaken, registrationClosed, tooManyAttempts],
    handle: async (req, { body }) => ({
      status: 201,
      body: presentSignedIn('Registrasi berhasil', await register(req, body)),
    }),
  }),
  endpoint({
    method: 'post',
    path: '/apotek/login',
    docs: {
      tag,
      summary: 'Sign in',
      description: 'The token works on every endpoint of this API.',
    },
    body: credentials,
    answers: { 200: signedIn('Login berhasil') },
    refusals: [wrongPair, tooManyAttempts],
    handle: async (req, { body }) => ({
      status: 200,
      body: presentSignedIn('Login berhasil', await signIn(req, body)),
    }),
  }),
]
