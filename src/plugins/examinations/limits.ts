import type { PayloadRequest } from 'payload'

import { clientIp } from '@/lib/clientIp'
import type { Limit } from '@/lib/rateLimit'
import { consume } from '@/lib/rateLimit'

const PAYMENTS: Limit = { name: 'bill-payments', points: 30, seconds: 60 }
/** A page that follows its payment asks every two seconds. */
const CONFIRMATIONS: Limit = { name: 'bill-confirmations', points: 180, seconds: 60 }
const CONTACTS: Limit = { name: 'bill-contacts', points: 30, seconds: 3600 }

/** Payments that an address begins. @throws {ApiError} 429 */
export const countPayment = async (req: PayloadRequest, factor: number): Promise<void> =>
  consume(req, PAYMENTS, clientIp(req.headers), factor)

/** How often an address asks for the state of payments. @throws {ApiError} 429 */
export const countConfirmation = async (req: PayloadRequest, factor: number): Promise<void> =>
  consume(req, CONFIRMATIONS, clientIp(req.headers), factor)

/** Patients whom a doctor looks for by e-mail or phone: nobody tries all numbers. @throws {ApiError} 429 */
export const countContact = async (req: PayloadRequest, factor: number): Promise<void> =>
  consume(req, CONTACTS, String(req.user?.id), factor)
