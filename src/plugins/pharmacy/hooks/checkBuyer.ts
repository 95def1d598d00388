import type { CollectionBeforeValidateHook, PayloadRequest } from 'payload'

import { isDesk } from '@/access'
import { sentText } from '@/lib/sentText'
import type { Order } from '@/payload-types'

import { OPEN_ORDERS_MAX } from '../constants'
import { cleanDetails } from '../details'
import { addressNeeded, buyerNotFound, tooManyOpenOrders } from '../errors'
import { countOpenOrders, isPatient, lockBuyer } from '../sql'

/** The account that staff name, a patient's, or their own. @throws {ApiError} 400 */
const accountOf = async (req: PayloadRequest, named: Order['user'] | undefined) => {
  if (named == null || named === req.user?.id) return req.user?.id
  const id = typeof named === 'object' ? named.id : named
  if (!(await isPatient(req, id))) throw buyerNotFound()
  return id
}

/**
 * Whose order it is. A patient orders for themselves, needs an address (their profile's, if none is
 * sent), and has a limited number of open unpaid orders. Staff may name an account or a customer; an
 * order of theirs that names no account is listed under their own, as the contract's clients expect.
 */
export const checkBuyer: CollectionBeforeValidateHook<Order> = async ({ data, operation, req }) => {
  if (operation !== 'create' || !data || !req.user) return data
  const paymentDetails = cleanDetails(data.paymentDetails)
  const shippingAddress = sentText('shippingAddress', data.shippingAddress)
  if (isDesk(req))
    return { ...data, paymentDetails, shippingAddress, user: await accountOf(req, data.user) }

  const address = shippingAddress ?? req.user.address?.trim()
  if (!address) throw addressNeeded()
  await lockBuyer(req, req.user.id)
  if ((await countOpenOrders(req, req.user.id)) >= OPEN_ORDERS_MAX) {
    throw tooManyOpenOrders()
  }
  const isCustomers = { customerName: req.user.name, customerPhone: req.user.phone ?? null }
  return {
    ...data,
    ...isCustomers,
    paymentDetails,
    shippingAddress: address,
    user: req.user.id,
    prescriptionSeen: false,
  }
}
