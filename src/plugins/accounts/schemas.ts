import { z } from 'zod'

import { ROLES } from '@/access/roles'

import { PASSWORD_MAX, PASSWORD_MIN } from './hooks/limitPasswords'

const blankIsAbsent = z
  .string()
  .max(1000)
  .nullish()
  .transform((value) => (value?.trim() ? value.trim() : undefined))

const email = z
  .string({ error: 'Email wajib diisi.' })
  .trim()
  .toLowerCase()
  .max(255)
  .pipe(z.email({ error: 'Email tidak valid.' }))

/** `POST /api/apotek/register` (contracts/README, "apotek"). */
export const registration = z
  .object({
    name: z.string({ error: 'Nama wajib diisi.' }).trim().min(1, 'Nama wajib diisi.').max(255),
    email,
    password: z
      .string({ error: 'Password wajib diisi.' })
      .min(PASSWORD_MIN, `Password minimal ${PASSWORD_MIN} karakter.`)
      .max(PASSWORD_MAX, `Password maksimal ${PASSWORD_MAX} karakter.`),
    password_confirmation: z.string().nullish(),
    address: blankIsAbsent,
    phone: blankIsAbsent,
  })
  .refine(({ password, password_confirmation: again }) => again == null || again === password, {
    path: ['password_confirmation'],
    error: 'Konfirmasi password tidak cocok.',
  })

/** `POST /api/apotek/login`. */
export const credentials = z.object({
  email: z.string({ error: 'Email wajib diisi.' }).trim().min(1, 'Email wajib diisi.').max(255),
  password: z
    .string({ error: 'Password wajib diisi.' })
    .min(1, 'Password wajib diisi.')
    .max(PASSWORD_MAX),
})

/** A user as the contract shows it (apotek.md, "User"). */
export const contractUser = z
  .object({
    id: z.int(),
    name: z.string(),
    email: z.string(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    role: z.enum(ROLES),
  })
  .meta({ id: 'ContractUser', description: 'apotek.md, "User".' })

/** What registration and login answer. */
export const signedIn = <Message extends string>(message: Message) =>
  z.object({
    success: z.literal(true),
    message: z.literal(message),
    token: z.string().describe('Send it as `Authorization: Bearer <token>`.'),
    data: contractUser,
  })

/** What logout answers. */
export const signedOut = z.object({
  success: z.literal(true),
  message: z.literal('Logout berhasil'),
})
