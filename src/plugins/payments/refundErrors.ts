import { ApiError } from '@/lib/apiError'
import { pictureRefusals } from '@/lib/proofPicture'

/** The refusals of what admins do with a transaction; called without arguments for the API reference. */

const invalid = (field: string, message: string) =>
  new ApiError(422, message, { errors: { [field]: [message] } })

export const nothingToRefund = () =>
  new ApiError(409, 'Tidak ada dana yang dapat dikembalikan dari transaksi ini.')
export const refundUnderWay = () =>
  new ApiError(409, 'Pengembalian lain untuk transaksi ini masih diproses.')
export const refundDisputed = () =>
  new ApiError(409, 'Pembayaran ini disengketakan; dananya sudah ditarik oleh bank.')
export const paymentUnknown = () =>
  invalid('gatewayOrderId', 'Pembayaran ini tidak ada pada transaksi ini.')
/** @param left whole rupiah, as people write them */
export const amountAboveLeft = (left = '{left}') =>
  invalid('amount', `Paling banyak ${left} yang dapat dikembalikan.`)
export const wholeOnly = () =>
  invalid('amount', 'ShopeePay hanya dapat dikembalikan seluruhnya lewat gateway.')
export const notThroughGateway = () =>
  invalid(
    'kind',
    'Transfer bank dan virtual account tidak dapat dikembalikan lewat gateway; kembalikan secara manual.',
  )
export const noteNeeded = () => invalid('note', 'Catatan wajib diisi untuk pengembalian manual.')
export const proofNeeded = () => invalid('proof', 'Bukti pengembalian wajib diunggah.')
/** @param why the gateway's own words */
export const refundRefused = (why = '{why}') =>
  new ApiError(409, `Gateway menolak pengembalian ini: ${why}`)
export const refundAway = () =>
  new ApiError(502, 'Gateway tidak dapat dihubungi; tidak ada dana yang dikembalikan.')
export const notUnderReview = () => new ApiError(409, 'Pembayaran ini tidak sedang ditinjau.')
export const reviewRefused = (why = '{why}') =>
  new ApiError(409, `Gateway menolak keputusan ini: ${why}`)

/** The name under which the proof of a refund comes, and under which its faults are told. */
export const PROOF_FIELD = 'proof'
export const { notAPicture, pictureBroken } = pictureRefusals(PROOF_FIELD)

/** What a refund may be refused with. */
export const ofRefunds = [
  nothingToRefund,
  refundUnderWay,
  refundDisputed,
  paymentUnknown,
  amountAboveLeft,
  wholeOnly,
  notThroughGateway,
  noteNeeded,
  proofNeeded,
  refundRefused,
  refundAway,
]
