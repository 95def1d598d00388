import { ApiError } from '@/lib/apiError'

/** The refusals of contract apotek.md, word for word. */
export const orderNotFound = () => new ApiError(404, 'Order not found')
export const notTheOwner = () => new ApiError(403, 'Unauthorized')
export const forbidden = () => new ApiError(403, 'Forbidden')
export const notPending = () => new ApiError(400, 'Hanya order pending yang dapat dibatalkan')
export const alreadyPaid = () => new ApiError(400, 'Order already paid')
export const alreadyCancelled = () => new ApiError(400, 'Order cancelled')
export const alreadyCompleted = () => new ApiError(400, 'Order already completed')
export const notPaid = () => new ApiError(400, 'Order belum dibayar')
