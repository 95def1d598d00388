import type { Endpoint } from 'payload'
import type { z } from 'zod'

import { apotekEnvelope } from '@/lib/apotekEnvelope'
import { contractEndpoint, readJson } from '@/lib/contractEndpoint'

import { register } from '../operations/register'
import { signIn } from '../operations/signIn'
import { signOut } from '../operations/signOut'
import { presentUser } from '../present'
import { credentials, registration } from '../schemas'

const endpoint = contractEndpoint(apotekEnvelope)

/** The account part of contract apotek.md, under `/api/apotek`. */
export const accountEndpoints: Endpoint[] = [
  endpoint({
    method: 'post',
    path: '/apotek/register',
    read: async (req) => registration.parse(await readJson(req)),
    handle: async (req, input: z.infer<typeof registration>) => {
      const { token, user } = await register(req, input)
      const data = presentUser(user)
      return { status: 201, body: { success: true, message: 'Registrasi berhasil', token, data } }
    },
  }),
  endpoint({
    method: 'post',
    path: '/apotek/login',
    read: async (req) => credentials.parse(await readJson(req)),
    handle: async (req, input: z.infer<typeof credentials>) => {
      const { token, user } = await signIn(req, input)
      const data = presentUser(user)
      return { status: 200, body: { success: true, message: 'Login berhasil', token, data } }
    },
  }),
  endpoint({
    method: 'post',
    path: '/apotek/logout',
    roles: [],
    handle: async (req) => {
      await signOut(req)
      return { status: 200, body: { success: true, message: 'Logout berhasil' } }
    },
  }),
]
